using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LatentWalk.Core.Pixels;

/// <summary>uint8 RGB pixels to three float planes, sixteen pixels at a time, in the numbers of <see cref="PixelConversion.FromLevel"/>.</summary>
internal static class RgbPlanes
{
    private const int Lanes = 16;

    // (2 · level - 255) / 255 is level / 127.5 - 1, and rounds to the same float for each of the 256 levels.
    private const float Divisor = 255f;

    /// <summary>A row of pixels; reversed, the first pixel becomes the last of each plane.</summary>
    public static void Convert(ReadOnlySpan<byte> rgb, Span<float> red, Span<float> green, Span<float> blue, bool reverse)
    {
        int pixels = red.Length;
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= pixels - Lanes; i += Lanes)
            {
                ref byte from = ref MemoryMarshal.GetReference(rgb.Slice(3 * i, 3 * Lanes));
                var a = Vector128.LoadUnsafe(ref from);
                var b = Vector128.LoadUnsafe(ref from, 16);
                var c = Vector128.LoadUnsafe(ref from, 32);
                const byte o = 0xFF;
                var r = Vector128.Shuffle(a, Vector128.Create((byte)0, 3, 6, 9, 12, 15, o, o, o, o, o, o, o, o, o, o))
                    | Vector128.Shuffle(b, Vector128.Create(o, o, o, o, o, o, 2, 5, 8, 11, 14, o, o, o, o, o))
                    | Vector128.Shuffle(c, Vector128.Create(o, o, o, o, o, o, o, o, o, o, o, 1, 4, 7, 10, 13));
                var g = Vector128.Shuffle(a, Vector128.Create((byte)1, 4, 7, 10, 13, o, o, o, o, o, o, o, o, o, o, o))
                    | Vector128.Shuffle(b, Vector128.Create(o, o, o, o, o, 0, 3, 6, 9, 12, 15, o, o, o, o, o))
                    | Vector128.Shuffle(c, Vector128.Create(o, o, o, o, o, o, o, o, o, o, o, 2, 5, 8, 11, 14));
                var l = Vector128.Shuffle(a, Vector128.Create((byte)2, 5, 8, 11, 14, o, o, o, o, o, o, o, o, o, o, o))
                    | Vector128.Shuffle(b, Vector128.Create(o, o, o, o, o, 1, 4, 7, 10, 13, o, o, o, o, o, o))
                    | Vector128.Shuffle(c, Vector128.Create(o, o, o, o, o, o, o, o, o, o, 0, 3, 6, 9, 12, 15));
                int to = i;
                if (reverse)
                {
                    var back = Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
                    (r, g, l) = (Vector128.Shuffle(r, back), Vector128.Shuffle(g, back), Vector128.Shuffle(l, back));
                    to = pixels - Lanes - i;
                }

                Store(r, red.Slice(to, Lanes));
                Store(g, green.Slice(to, Lanes));
                Store(l, blue.Slice(to, Lanes));
            }
        }

        for (; i < pixels; i++)
        {
            int to = reverse ? pixels - 1 - i : i;
            red[to] = PixelConversion.FromLevel(rgb[3 * i]);
            green[to] = PixelConversion.FromLevel(rgb[(3 * i) + 1]);
            blue[to] = PixelConversion.FromLevel(rgb[(3 * i) + 2]);
        }
    }

    private static void Store(Vector128<byte> levels, Span<float> values)
    {
        ref float to = ref MemoryMarshal.GetReference(values);
        var words = Vector256.WidenLower(levels.ToVector256Unsafe());
        var (low, high) = Vector256.Widen(words);
        Value(low).StoreUnsafe(ref to);
        Value(high).StoreUnsafe(ref to, 8);
    }

    private static Vector256<float> Value(Vector256<uint> levels) =>
        Vector256.ConvertToSingle((levels + levels).AsInt32() - Vector256.Create(255)) / Vector256.Create(Divisor);
}
