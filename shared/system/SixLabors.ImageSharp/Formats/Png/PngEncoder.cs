using System.Buffers.Binary;
using System.IO.Compression;
using SixLabors.ImageSharp.Formats.Png.Chunks;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Writes eight-bit RGB and RGBA; several frames become an APNG.</summary>
public class PngEncoder : QuantizingImageEncoder
{
    /// <summary>96 dots an inch, in dots a metre across and down.</summary>
    private static ReadOnlySpan<byte> DefaultResolution => [0, 0, 14, 196, 0, 0, 14, 196, 1];

    public PngBitDepth? BitDepth { get; init; }

    public PngColorType? ColorType { get; init; }

    public PngFilterMethod? FilterMethod { get; init; }

    public PngCompressionLevel CompressionLevel { get; init; } = PngCompressionLevel.Level6;

    public int TextCompressionThreshold { get; init; } = 1024;

    public PngChunkFilter? ChunkFilter { get; init; }

    private protected override void Write(Raster picture, Stream stream)
    {
        PngMetadata metadata = picture.Metadata.GetPngMetadata();
        PngHeader header = new(picture.Width, picture.Height, 8, this.ChosenColor(picture, metadata), Interlaced: false);
        PngChunkWriter chunks = new(stream);
        chunks.WriteHeader(header);
        if ((this.ChunkFilter & PngChunkFilter.ExcludePhysicalChunk) is null or PngChunkFilter.None)
        {
            chunks.Write("pHYs", DefaultResolution);
        }

        foreach (PngTextData text in metadata.TextData)
        {
            (string type, byte[] data) = PngText.Write(text, this.TextCompressionThreshold);
            chunks.Write(type, data);
        }

        bool animated = picture.Frames.Count > 1;
        bool rootShows = metadata.AnimateRootFrame;
        if (animated)
        {
            byte[] control = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(control, picture.Frames.Count - (rootShows ? 0 : 1));
            BinaryPrimitives.WriteUInt32BigEndian(control.AsSpan(4), metadata.RepeatCount);
            chunks.Write("acTL", control);
        }

        uint sequence = 0;
        for (int i = 0; i < picture.Frames.Count; i++)
        {
            (Rgba32[] pixels, ImageFrameMetadata frame) = picture.Frames[i];
            if (animated && (i > 0 || rootShows))
            {
                chunks.Write("fcTL", FrameControl(sequence++, picture, frame.GetPngMetadata()));
            }

            ArraySegment<byte> data = this.Compress(pixels, header);
            if (i == 0)
            {
                chunks.Write("IDAT", data);
            }
            else
            {
                byte[] numbered = new byte[data.Count + 4];
                BinaryPrimitives.WriteUInt32BigEndian(numbered, sequence++);
                data.CopyTo(numbered, 4);
                chunks.Write("fdAT", numbered);
            }
        }

        chunks.Write("IEND", default);
    }

    private static byte[] FrameControl(uint sequence, Raster picture, PngFrameMetadata frame)
    {
        byte[] data = new byte[26];
        BinaryPrimitives.WriteUInt32BigEndian(data, sequence);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), picture.Height);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(20), (ushort)frame.FrameDelay.Numerator);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(22), (ushort)frame.FrameDelay.Denominator);
        data[24] = (byte)frame.DisposalMethod;
        data[25] = (byte)frame.BlendMethod;
        return data;
    }

    private PngColorType ChosenColor(Raster picture, PngMetadata metadata)
    {
        if (this.BitDepth is not (null or PngBitDepth.Bit8))
        {
            throw new NotSupportedException($"PNG is written with 8 bits a channel here, not {this.BitDepth}.");
        }

        PngColorType color = this.ColorType ?? metadata.ColorType ?? (picture.HasAlpha ? PngColorType.RgbWithAlpha : PngColorType.Rgb);
        return color is PngColorType.Rgb or PngColorType.RgbWithAlpha
            ? color
            : throw new NotSupportedException($"PNG is written as Rgb or RgbWithAlpha here, not {color}.");
    }

    private ArraySegment<byte> Compress(Rgba32[] pixels, PngHeader header)
    {
        MemoryStream result = new(Math.Max(256, pixels.Length));
        ZLibCompressionOptions options = new()
        {
            CompressionLevel = (int)this.CompressionLevel,

            // The runtime's zlib-ng hardly compresses at level 1, and filtered rows have runs more than they have repetitions.
            CompressionStrategy = this.CompressionLevel == PngCompressionLevel.Level1 ? ZLibCompressionStrategy.RunLengthEncoding : ZLibCompressionStrategy.Default,
        };
        using (ZLibStream stream = new(result, options, leaveOpen: true))
        {
            PngRowFilter rows = new(this.FilterMethod ?? PngFilterMethod.Paeth, header);
            rows.Write(pixels, stream);
        }

        return new ArraySegment<byte>(result.GetBuffer(), 0, (int)result.Length);
    }
}
