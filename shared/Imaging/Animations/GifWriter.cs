using System.Buffers.Binary;
using SixLabors.ImageSharp.Formats.Gif;

namespace LatentWalk.Imaging.Animations;

/// <summary>
/// Animated GIF (89a, with the loop extension that browsers read). Each frame has colours of its own; a pixel that is less than half
/// there is not there at all.
/// </summary>
internal sealed class GifWriter(string path, AnimationSettings settings) : AnimationWriter(path, RequireRate(settings), TicksPerSecond)
{
    /// <summary>Faster ones are played at a tenth of their speed by browsers.</summary>
    public const double MostFramesPerSecond = 50;

    private const int TicksPerSecond = 100;
    private const int ClearFirst = 2;
    private const byte HasTransparency = 1;

    private protected override byte[] EncodeFrame(ReadOnlySpan<byte> rgba) =>
        FrameOf(Still(Settings.Alpha ? Sharp(rgba) : rgba, new GifEncoder { ColorTableMode = GifColorTableMode.Local }));

    private protected override void Begin()
    {
        Stream.Write("GIF89a"u8);
        byte[] screen = new byte[7];
        BinaryPrimitives.WriteUInt16LittleEndian(screen, (ushort)Settings.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(screen.AsSpan(2), (ushort)Settings.Height);
        screen[4] = 0x70;    // eight bits a colour; no table for all frames
        Stream.Write(screen);
        Stream.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);    // for ever
    }

    private protected override void Write(int index, byte[] encoded, long ticks)
    {
        // The first byte says which colour is no colour; 256 possible ones and none need two.
        bool clear = encoded[0] != 0;
        byte[] control = [0x21, 0xF9, 4, (byte)((Settings.Alpha ? ClearFirst << 2 : 1 << 2) | (clear ? HasTransparency : 0)), 0, 0, encoded[1], 0];
        BinaryPrimitives.WriteUInt16LittleEndian(control.AsSpan(4), (ushort)Math.Min(ticks, ushort.MaxValue));
        Stream.Write(control);
        Stream.Write(encoded.AsSpan(2));
    }

    private protected override void End(int frames) => Stream.WriteByte(0x3B);

    /// <summary>Of a still GIF: whether a colour is none, which, then the image descriptor with the colours as its own and the pixels.</summary>
    private static byte[] FrameOf(ReadOnlySpan<byte> gif)
    {
        int at = 13;
        ReadOnlySpan<byte> global = Colors(gif, gif[10], ref at);
        using MemoryStream frame = new();
        byte transparent = 0, index = 0;
        while (gif[at] == 0x21)
        {
            if (gif[at + 1] == 0xF9)
            {
                (transparent, index) = ((byte)(gif[at + 3] & 1), gif[at + 6]);
            }

            at += 2;
            SkipBlocks(gif, ref at);
        }

        frame.Write([transparent, index]);
        ReadOnlySpan<byte> descriptor = gif.Slice(at, 10);
        at += 10;
        ReadOnlySpan<byte> local = Colors(gif, descriptor[9], ref at);
        byte size = (byte)((descriptor[9] & 0x80) != 0 ? descriptor[9] : 0x80 | (gif[10] & 7));
        frame.Write(descriptor[..9]);
        frame.WriteByte((byte)((size & 0x87) | (descriptor[9] & 0x40)));
        frame.Write(local.Length > 0 ? local : global);
        int pixels = at++;
        SkipBlocks(gif, ref at);
        frame.Write(gif[pixels..at]);
        return frame.ToArray();
    }

    private static ReadOnlySpan<byte> Colors(ReadOnlySpan<byte> gif, byte flags, ref int at)
    {
        int bytes = (flags & 0x80) != 0 ? 3 * (2 << (flags & 7)) : 0;
        at += bytes;
        return gif.Slice(at - bytes, bytes);
    }

    private static void SkipBlocks(ReadOnlySpan<byte> gif, ref int at)
    {
        while (gif[at] != 0)
        {
            at += 1 + gif[at];
        }

        at++;
    }

    private static byte[] Sharp(ReadOnlySpan<byte> rgba)
    {
        byte[] sharp = rgba.ToArray();
        for (int i = 0; i < sharp.Length; i += 4)
        {
            if (sharp[i + 3] < 128)
            {
                sharp.AsSpan(i, 4).Clear();
            }
            else
            {
                sharp[i + 3] = 255;
            }
        }

        return sharp;
    }

    private static AnimationSettings RequireRate(AnimationSettings settings)
    {
        if (settings.FramesPerSecond > MostFramesPerSecond)
        {
            throw new ArgumentOutOfRangeException(nameof(settings), settings.FramesPerSecond, $"a GIF shows at most {MostFramesPerSecond} frames per second");
        }

        return settings;
    }
}
