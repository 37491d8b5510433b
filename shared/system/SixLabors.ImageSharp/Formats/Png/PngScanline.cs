using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Unfiltered rows to pixels, for every colour type and depth.</summary>
internal sealed class PngScanline(PngHeader header, Rgba32[] palette, (ushort R, ushort G, ushort B)? transparent)
{
    /// <summary>Writes <paramref name="count"/> pixels to <paramref name="result"/> at 0, step, 2·step, …</summary>
    public void Convert(ReadOnlySpan<byte> row, int count, Span<Rgba32> result, int step)
    {
        switch (header.ColorType)
        {
            case PngColorType.Palette:
                this.FromPalette(row, count, result, step);
                break;
            case PngColorType.Grayscale when header.BitDepth < 8:
                this.FromSmallGrey(row, count, result, step);
                break;
            case PngColorType.Rgb when header.BitDepth == 8 && transparent is null && step == 1:
                FromRgb(row, result[..count]);
                break;
            case PngColorType.RgbWithAlpha when header.BitDepth == 8 && step == 1:
                MemoryMarshal.Cast<byte, Rgba32>(row[..(4 * count)]).CopyTo(result);
                break;
            case PngColorType.Rgb when header.BitDepth == 8 && transparent is null:
                for (int i = 0, x = 0; i < count; i++, x += step)
                {
                    result[x] = new Rgba32(row[3 * i], row[(3 * i) + 1], row[(3 * i) + 2]);
                }

                break;
            case PngColorType.RgbWithAlpha when header.BitDepth == 8:
                for (int i = 0, x = 0; i < count; i++, x += step)
                {
                    result[x] = new Rgba32(row[4 * i], row[(4 * i) + 1], row[(4 * i) + 2], row[(4 * i) + 3]);
                }

                break;
            default:
                this.FromSamples(row, count, result, step);
                break;
        }
    }

    // Four pixels from sixteen bytes, of which twelve are used.
    private static void FromRgb(ReadOnlySpan<byte> row, Span<Rgba32> result)
    {
        int i = 0;
        for (; (3 * i) + 16 <= row.Length && i + 4 <= result.Length; i += 4)
        {
            Vector128<byte> pixels = Vector128.Shuffle(
                Vector128.Create(row.Slice(3 * i, 16)), Vector128.Create((byte)0, 1, 2, 255, 3, 4, 5, 255, 6, 7, 8, 255, 9, 10, 11, 255));
            (pixels | Vector128.Create(0xFF000000).AsByte()).CopyTo(MemoryMarshal.AsBytes(result[i..]));
        }

        for (; i < result.Length; i++)
        {
            result[i] = new Rgba32(row[3 * i], row[(3 * i) + 1], row[(3 * i) + 2]);
        }
    }

    private static byte ToByte(ushort sample) => (byte)(((sample * 255) + 32895) >> 16);

    private static int Packed(ReadOnlySpan<byte> row, int index, int depth) =>
        (row[index * depth >> 3] >> (8 - depth - (index * depth & 7))) & ((1 << depth) - 1);

    private void FromPalette(ReadOnlySpan<byte> row, int count, Span<Rgba32> result, int step)
    {
        for (int i = 0, x = 0; i < count; i++, x += step)
        {
            int index = Packed(row, i, header.BitDepth);
            result[x] = index < palette.Length ? palette[index] : new Rgba32(0, 0, 0);
        }
    }

    private void FromSmallGrey(ReadOnlySpan<byte> row, int count, Span<Rgba32> result, int step)
    {
        int scale = 255 / ((1 << header.BitDepth) - 1);
        for (int i = 0, x = 0; i < count; i++, x += step)
        {
            int value = Packed(row, i, header.BitDepth);
            byte level = (byte)(value * scale);
            byte alpha = transparent is { } key && key.R == value ? (byte)0 : (byte)255;
            result[x] = new Rgba32(level, level, level, alpha);
        }
    }

    private void FromSamples(ReadOnlySpan<byte> row, int count, Span<Rgba32> result, int step)
    {
        bool wide = header.BitDepth == 16;
        int channels = header.Channels;
        Span<ushort> sample = stackalloc ushort[4];
        for (int i = 0, x = 0; i < count; i++, x += step)
        {
            for (int c = 0; c < channels; c++)
            {
                int at = (i * channels) + c;
                sample[c] = wide ? BinaryPrimitives.ReadUInt16BigEndian(row[(2 * at)..]) : row[at];
            }

            (ushort R, ushort G, ushort B) color = channels < 3 ? (sample[0], sample[0], sample[0]) : (sample[0], sample[1], sample[2]);
            ushort alpha = channels switch
            {
                2 => sample[1],
                4 => sample[3],
                _ => transparent == color ? (ushort)0 : ushort.MaxValue,
            };
            result[x] = wide
                ? new Rgba32(ToByte(color.R), ToByte(color.G), ToByte(color.B), ToByte(alpha))
                : new Rgba32((byte)color.R, (byte)color.G, (byte)color.B, (byte)alpha);
        }
    }
}
