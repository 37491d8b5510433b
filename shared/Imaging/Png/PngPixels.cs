using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LatentWalk.Imaging.Png;

/// <summary>Unfiltered rows of 8-bit samples to RGBA.</summary>
/// <param name="Channels">1 grey or palette, 2 grey and alpha, 3 RGB, 4 RGBA.</param>
/// <param name="Palette">RGBA as words, 256 of them, black where the file has none; null when there is no palette.</param>
internal sealed record PngPixels(int Channels, bool IsOpaque, uint[]? Palette)
{
    private const uint Opaque = 0xFF000000;

    /// <param name="file">One that <see cref="PlainPng.Recognises"/> said yes to.</param>
    public static PngPixels Of(ReadOnlySpan<byte> file) => file[25] switch
    {
        0 => new PngPixels(1, true, null),
        2 => new PngPixels(3, true, null),
        3 => OfPalette(file),
        4 => new PngPixels(2, false, null),
        _ => new PngPixels(4, false, null),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ToRgba(ReadOnlySpan<byte> row, Span<byte> rgba)
    {
        switch (Channels)
        {
            case 4:
                row.CopyTo(rgba);
                break;
            case 3:
                FromRgb(row, rgba);
                break;
            case 2:
                for (int i = 0, at = 0; i < row.Length; i += 2, at += 4)
                {
                    rgba[at] = rgba[at + 1] = rgba[at + 2] = row[i];
                    rgba[at + 3] = row[i + 1];
                }

                break;
            default:
                Span<uint> words = MemoryMarshal.Cast<byte, uint>(rgba);
                ReadOnlySpan<uint> palette = Palette;
                for (int i = 0; i < row.Length; i++)
                {
                    words[i] = palette.IsEmpty ? (row[i] * 0x010101u) | Opaque : palette[row[i]];
                }

                break;
        }
    }

    private static PngPixels OfPalette(ReadOnlySpan<byte> file)
    {
        uint[] palette = new uint[256];
        Array.Fill(palette, Opaque);
        bool opaque = true;
        int colours = 0;
        ChunkWalk chunk = new(file);
        while (chunk.Next())
        {
            ReadOnlySpan<byte> data = chunk.Data;
            if (chunk.Name.SequenceEqual("PLTE"u8))
            {
                colours = Math.Min(256, data.Length / 3);
                for (int i = 0; i < colours; i++)
                {
                    palette[i] = Opaque | data[3 * i] | ((uint)data[(3 * i) + 1] << 8) | ((uint)data[(3 * i) + 2] << 16);
                }
            }
            else if (chunk.Name.SequenceEqual("tRNS"u8))
            {
                opaque = false;
                for (int i = 0; i < Math.Min(colours, data.Length); i++)
                {
                    palette[i] = (palette[i] & ~Opaque) | ((uint)data[i] << 24);
                }
            }
        }

        if (!BitConverter.IsLittleEndian)
        {
            System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(palette, palette);
        }

        return new PngPixels(1, opaque, palette);
    }

    // Four pixels from sixteen bytes, of which twelve are used.
    private static void FromRgb(ReadOnlySpan<byte> row, Span<byte> rgba)
    {
        int from = 0;
        int to = 0;
        for (; from + 16 <= row.Length; from += 12, to += 16)
        {
            Vector128<byte> pixels = Vector128.Shuffle(
                Vector128.Create(row.Slice(from, 16)), Vector128.Create((byte)0, 1, 2, 255, 3, 4, 5, 255, 6, 7, 8, 255, 9, 10, 11, 255));
            (pixels | Vector128.Create((byte)0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255)).CopyTo(rgba[to..]);
        }

        for (; from < row.Length; from += 3, to += 4)
        {
            (rgba[to], rgba[to + 1], rgba[to + 2], rgba[to + 3]) = (row[from], row[from + 1], row[from + 2], 255);
        }
    }
}
