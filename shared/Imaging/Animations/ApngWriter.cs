using System.Buffers.Binary;
using SixLabors.ImageSharp.Formats.Png;

namespace LatentWalk.Imaging.Animations;

/// <summary>Animated PNG (PNG specification, third edition: acTL, fcTL, fdAT). The first frame is the picture for those who know no animation.</summary>
internal sealed class ApngWriter(string path, AnimationSettings settings) : AnimationWriter(path, settings, TicksPerSecond)
{
    private const int TicksPerSecond = 1000;
    private const int HeaderBytes = 33;
    private const int ControlAt = HeaderBytes;
    private const int ControlBytes = 8;

    private readonly byte[] _frameControl = new byte[26];
    private byte[]? _header;
    private uint _sequence;

    // Every frame begins with the same header: size and kind of pixel are the animation's.
    private protected override byte[] EncodeFrame(ReadOnlySpan<byte> rgba)
    {
        byte[] png = Still(rgba, new PngEncoder
        {
            BitDepth = PngBitDepth.Bit8,
            ColorType = Settings.Alpha ? PngColorType.RgbWithAlpha : PngColorType.Rgb,
            FilterMethod = PngFile.Filter,
            CompressionLevel = PngFile.Speed,
            ChunkFilter = PngChunkFilter.ExcludePhysicalChunk,
        });
        _header ??= png[..HeaderBytes];
        return PngChunks.PixelData(png);
    }

    private protected override void Begin()
    {
        Stream.Write(_header);
        PngChunks.Write(Stream, "acTL"u8, new byte[ControlBytes]);
    }

    private protected override void Write(int index, byte[] encoded, long ticks)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_frameControl, _sequence++);
        BinaryPrimitives.WriteInt32BigEndian(_frameControl.AsSpan(4), Settings.Width);
        BinaryPrimitives.WriteInt32BigEndian(_frameControl.AsSpan(8), Settings.Height);
        BinaryPrimitives.WriteUInt16BigEndian(_frameControl.AsSpan(20), (ushort)Math.Min(ticks, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16BigEndian(_frameControl.AsSpan(22), TicksPerSecond);
        PngChunks.Write(Stream, "fcTL"u8, _frameControl);
        if (index == 0)
        {
            PngChunks.Write(Stream, "IDAT"u8, encoded);
            return;
        }

        byte[] numbered = new byte[encoded.Length + 4];
        BinaryPrimitives.WriteUInt32BigEndian(numbered, _sequence++);
        encoded.CopyTo(numbered, 4);
        PngChunks.Write(Stream, "fdAT"u8, numbered);
    }

    // How many frames there are is known now; plays 0 is for ever.
    private protected override void End(int frames)
    {
        PngChunks.Write(Stream, "IEND"u8, []);
        byte[] control = new byte[ControlBytes];
        BinaryPrimitives.WriteInt32BigEndian(control, frames);
        Stream.Position = ControlAt;
        PngChunks.Write(Stream, "acTL"u8, control);
        Stream.Position = Stream.Length;
    }
}
