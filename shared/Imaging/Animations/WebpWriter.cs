using System.Buffers.Binary;
using SixLabors.ImageSharp.Formats.Webp;

namespace LatentWalk.Imaging.Animations;

/// <summary>Animated WebP (its container specification: VP8X, ANIM, ANMF).</summary>
internal sealed class WebpWriter(string path, AnimationSettings settings) : AnimationWriter(path, RequireSides(settings), TicksPerSecond)
{
    public const int LongestSide = 16_383;

    private const int TicksPerSecond = 1000;
    private const int RiffHeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;
    private const byte HasAnimation = 0x02;
    private const byte HasAlpha = 0x10;
    private const byte DoNotBlend = 0x02;

    private protected override byte[] EncodeFrame(ReadOnlySpan<byte> rgba) => ImageData(Still(rgba, new WebpEncoder
    {
        FileFormat = Settings.Quality is null ? WebpFileFormatType.Lossless : WebpFileFormatType.Lossy,
        Quality = Settings.Quality ?? 75,
    }));

    private protected override void Begin()
    {
        byte[] start = new byte[RiffHeaderBytes];
        "RIFF"u8.CopyTo(start);
        "WEBP"u8.CopyTo(start.AsSpan(8));
        Stream.Write(start);

        byte[] canvas = new byte[10];
        canvas[0] = (byte)(HasAnimation | (Settings.Alpha ? HasAlpha : 0));
        Write24(canvas.AsSpan(4), Settings.Width - 1);
        Write24(canvas.AsSpan(7), Settings.Height - 1);
        WriteChunk("VP8X"u8, canvas);

        // A clear ground, and played for ever.
        WriteChunk("ANIM"u8, new byte[6]);
    }

    private protected override void Write(int index, byte[] encoded, long ticks)
    {
        byte[] frame = new byte[16 + encoded.Length];
        Write24(frame.AsSpan(6), Settings.Width - 1);
        Write24(frame.AsSpan(9), Settings.Height - 1);
        Write24(frame.AsSpan(12), (int)ticks);
        frame[15] = DoNotBlend;
        encoded.CopyTo(frame, 16);
        WriteChunk("ANMF"u8, frame);
    }

    private protected override void End(int frames)
    {
        if (Stream.Length > uint.MaxValue)
        {
            throw new IOException($"the animation has {Stream.Length} bytes, more than the 4 GB of a WebP");
        }

        byte[] length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(Stream.Length - ChunkHeaderBytes));
        Stream.Position = 4;
        Stream.Write(length);
        Stream.Position = Stream.Length;
    }

    // The chunks of a still picture that are its pixels, as they are: alpha apart, and either kind of compression.
    private static byte[] ImageData(ReadOnlySpan<byte> webp)
    {
        using MemoryStream data = new();
        for (int at = RiffHeaderBytes; at + ChunkHeaderBytes <= webp.Length;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(webp[(at + 4)..]);
            int padded = length + (length & 1);
            ReadOnlySpan<byte> name = webp.Slice(at, 4);
            if (name.SequenceEqual("VP8L"u8) || name.SequenceEqual("VP8 "u8) || name.SequenceEqual("ALPH"u8))
            {
                data.Write(webp.Slice(at, ChunkHeaderBytes + length));
                if (padded > length)
                {
                    data.WriteByte(0);
                }
            }

            at += ChunkHeaderBytes + padded;
        }

        return data.ToArray();
    }

    private static AnimationSettings RequireSides(AnimationSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(settings.Width, settings.Height), LongestSide);
        return settings;
    }

    private static void Write24(Span<byte> target, int value) =>
        (target[0], target[1], target[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));

    private void WriteChunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> header = stackalloc byte[ChunkHeaderBytes];
        name.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], data.Length);
        Stream.Write(header);
        Stream.Write(data);
        if ((data.Length & 1) != 0)
        {
            Stream.WriteByte(0);
        }
    }
}
