using System.Numerics;

namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>
/// 64 bits that hardly change when a picture is scaled, recompressed or made brighter: the signs, about their median, of the
/// lowest 8 × 8 frequencies but the constant one (a cosine transform of 32 × 32 levels of luma).
/// </summary>
internal static class PerceptualHash
{
    private const int Side = 32;
    private const int Low = 8;

    private static readonly float[] s_cosines = Cosines();

    /// <param name="rgba">uint8 [size, size, 4].</param>
    public static ulong Of(ReadOnlySpan<byte> rgba, int size)
    {
        Span<float> luma = stackalloc float[Side * Side];
        Shrink(rgba, size, luma);
        Span<float> rows = stackalloc float[Side * Low];
        for (int y = 0; y < Side; y++)
        {
            for (int u = 0; u < Low; u++)
            {
                float sum = 0;
                for (int x = 0; x < Side; x++)
                {
                    sum += luma[(y * Side) + x] * s_cosines[(u * Side) + x];
                }

                rows[(y * Low) + u] = sum;
            }
        }

        Span<float> low = stackalloc float[Low * Low];
        for (int v = 0; v < Low; v++)
        {
            for (int u = 0; u < Low; u++)
            {
                float sum = 0;
                for (int y = 0; y < Side; y++)
                {
                    sum += rows[(y * Low) + u] * s_cosines[(v * Side) + y];
                }

                low[(v * Low) + u] = sum;
            }
        }

        return Signs(low);
    }

    /// <summary>In how many bits two hashes differ.</summary>
    public static int Distance(ulong a, ulong b) => BitOperations.PopCount(a ^ b);

    private static ulong Signs(Span<float> low)
    {
        low[0] = 0;
        Span<float> sorted = stackalloc float[Low * Low];
        low.CopyTo(sorted);
        sorted.Sort();
        float median = (sorted[(Low * Low / 2) - 1] + sorted[Low * Low / 2]) / 2;
        ulong bits = 0;
        for (int i = 0; i < low.Length; i++)
        {
            bits |= low[i] > median ? 1UL << i : 0;
        }

        return bits;
    }

    // The mean over the pixels whose middle lies in each cell, at least one.
    private static void Shrink(ReadOnlySpan<byte> rgba, int size, Span<float> luma)
    {
        for (int y = 0; y < Side; y++)
        {
            int top = y * size / Side;
            int bottom = Math.Max(top + 1, (y + 1) * size / Side);
            for (int x = 0; x < Side; x++)
            {
                int left = x * size / Side;
                int right = Math.Max(left + 1, (x + 1) * size / Side);
                float sum = 0;
                for (int row = top; row < bottom; row++)
                {
                    for (int column = left; column < right; column++)
                    {
                        int at = 4 * ((row * size) + column);
                        sum += (0.299f * rgba[at]) + (0.587f * rgba[at + 1]) + (0.114f * rgba[at + 2]);
                    }
                }

                luma[(y * Side) + x] = sum / ((bottom - top) * (right - left));
            }
        }
    }

    private static float[] Cosines()
    {
        var cosines = new float[Low * Side];
        for (int u = 0; u < Low; u++)
        {
            for (int x = 0; x < Side; x++)
            {
                cosines[(u * Side) + x] = (float)Math.Cos((((2 * x) + 1) * u * Math.PI) / (2 * Side));
            }
        }

        return cosines;
    }
}
