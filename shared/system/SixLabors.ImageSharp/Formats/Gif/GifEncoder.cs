using System.Buffers.Binary;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Gif;

/// <summary>Writes one frame or several, each with colours of its own and dithered where they do not suffice.</summary>
public sealed class GifEncoder : QuantizingImageEncoder
{
    private const int MostColors = 256;

    public GifColorTableMode? ColorTableMode { get; init; }

    private protected override void Write(Raster picture, Stream stream)
    {
        if (this.ColorTableMode is not GifColorTableMode.Local && picture.Frames.Count > 1)
        {
            throw new NotSupportedException("GIF is written with a colour table for each frame here: GifColorTableMode.Local.");
        }

        stream.Write("GIF89a"u8);
        byte[] screen = new byte[7];
        BinaryPrimitives.WriteUInt16LittleEndian(screen, (ushort)picture.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(screen.AsSpan(2), (ushort)picture.Height);
        screen[4] = 0x70;
        stream.Write(screen);
        if (picture.Frames.Count > 1)
        {
            ushort repeats = picture.Metadata.GetGifMetadata().RepeatCount;
            stream.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, (byte)repeats, (byte)(repeats >> 8), 0]);
        }

        foreach ((Rgba32[] pixels, ImageFrameMetadata metadata) in picture.Frames)
        {
            WriteFrame(stream, picture, pixels, metadata.GetGifMetadata());
        }

        stream.WriteByte(0x3B);
    }

    private static void WriteFrame(Stream stream, Raster picture, Rgba32[] pixels, GifFrameMetadata metadata)
    {
        bool clear = Array.Exists(pixels, pixel => pixel.A == 0);
        GifPalette palette = GifPalette.Of(pixels, clear ? MostColors - 1 : MostColors);
        byte[] indices = palette.Dither(pixels, picture.Width, clear ? (byte)palette.Count : (byte)0);
        int colors = palette.Count + (clear ? 1 : 0);
        int bits = Math.Max(1, 32 - int.LeadingZeroCount(colors - 1));

        byte flags = (byte)(((int)metadata.DisposalMethod << 2) | (clear ? 1 : 0));
        stream.Write([0x21, 0xF9, 4, flags, (byte)metadata.FrameDelay, (byte)(metadata.FrameDelay >> 8), clear ? (byte)palette.Count : (byte)0, 0]);
        byte[] descriptor = new byte[10];
        descriptor[0] = 0x2C;
        BinaryPrimitives.WriteUInt16LittleEndian(descriptor.AsSpan(5), (ushort)picture.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(descriptor.AsSpan(7), (ushort)picture.Height);
        descriptor[9] = (byte)(0x80 | (bits - 1));
        stream.Write(descriptor);
        byte[] table = new byte[3 << bits];
        for (int i = 0; i < palette.Count; i++)
        {
            Rgba32 color = palette[i];
            (table[3 * i], table[(3 * i) + 1], table[(3 * i) + 2]) = (color.R, color.G, color.B);
        }

        stream.Write(table);
        GifLzwWriter.Write(stream, indices, Math.Max(2, bits));
    }
}
