using System.Numerics;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Prepare.Resampling;

/// <summary>
/// Lanczos (3 lobes) in linear light with premultiplied alpha. Rows are taken one after the other and added to the few output
/// rows that they reach, so that the memory is the output's, however large the source.
/// </summary>
internal static class Lanczos
{
    private const double Lobes = 3;

    /// <param name="rgba">uint8 [rows of <paramref name="stride"/> pixels, 4], straight alpha.</param>
    /// <param name="area">The part to resize.</param>
    /// <param name="target">uint8 [targetHeight, targetWidth, 4].</param>
    public static void Resize(ReadOnlySpan<byte> rgba, int stride, FaceBox area, Span<byte> target, int targetWidth, int targetHeight)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, 4 * targetWidth * targetHeight, nameof(target));
        if (area.Width == targetWidth && area.Height == targetHeight)
        {
            for (int y = 0; y < area.Height; y++)
            {
                rgba.Slice(4 * (((area.Y + y) * stride) + area.X), 4 * area.Width).CopyTo(target[(4 * y * targetWidth)..]);
            }

            return;
        }

        Kernel[] across = Kernels(area.Width, targetWidth);
        Kernel[] down = Kernels(area.Height, targetHeight);
        var sums = new Vector4[targetWidth * targetHeight];
        var source = new Vector4[area.Width];
        var row = new Vector4[targetWidth];
        int firstOpen = 0;
        for (int y = 0; y < area.Height; y++)
        {
            ToLight(rgba.Slice(4 * (((area.Y + y) * stride) + area.X), 4 * area.Width), source);
            for (int x = 0; x < row.Length; x++)
            {
                Kernel kernel = across[x];
                Vector4 sum = Vector4.Zero;
                for (int k = 0; k < kernel.Weights.Length; k++)
                {
                    sum += source[kernel.First + k] * kernel.Weights[k];
                }

                row[x] = sum;
            }

            while (firstOpen < down.Length && down[firstOpen].End <= y)
            {
                firstOpen++;
            }

            for (int line = firstOpen; line < down.Length && down[line].First <= y; line++)
            {
                if (y < down[line].End)
                {
                    Add(row, down[line].Weights[y - down[line].First], sums.AsSpan(line * targetWidth, targetWidth));
                }
            }
        }

        ToLevels(sums, target);
    }

    private static void Add(ReadOnlySpan<Vector4> row, float weight, Span<Vector4> sums)
    {
        for (int x = 0; x < row.Length; x++)
        {
            sums[x] += row[x] * weight;
        }
    }

    private static void ToLight(ReadOnlySpan<byte> levels, Span<Vector4> light)
    {
        for (int x = 0, at = 0; x < light.Length; x++, at += 4)
        {
            var colour = new Vector4(LinearLight.FromLevel(levels[at]), LinearLight.FromLevel(levels[at + 1]), LinearLight.FromLevel(levels[at + 2]), 1);
            light[x] = levels[at + 3] == 255 ? colour : colour * (levels[at + 3] / 255f);
        }
    }

    private static void ToLevels(ReadOnlySpan<Vector4> sums, Span<byte> target)
    {
        for (int i = 0, at = 0; i < sums.Length; i++, at += 4)
        {
            Vector4 light = sums[i];
            float alpha = Math.Clamp(light.W, 0, 1);
            float scale = alpha > 0 ? 1 / alpha : 0;
            target[at] = LinearLight.ToLevel(light.X * scale);
            target[at + 1] = LinearLight.ToLevel(light.Y * scale);
            target[at + 2] = LinearLight.ToLevel(light.Z * scale);
            target[at + 3] = (byte)((alpha * 255) + 0.5f);
        }
    }

    private static Kernel[] Kernels(int from, int to)
    {
        double scale = (double)from / to;
        double widening = Math.Max(1, scale);
        double radius = Lobes * widening;
        var kernels = new Kernel[to];
        for (int i = 0; i < to; i++)
        {
            double centre = (i + 0.5) * scale;
            int first = Math.Max(0, (int)Math.Ceiling(centre - radius - 0.5));
            int end = Math.Min(from, (int)Math.Floor(centre + radius - 0.5) + 1);
            var weights = new double[end - first];
            for (int k = 0; k < weights.Length; k++)
            {
                weights[k] = Value((first + k + 0.5 - centre) / widening);
            }

            double sum = weights.Sum();
            kernels[i] = new Kernel(first, [.. weights.Select(weight => (float)(weight / sum))]);
        }

        return kernels;
    }

    private static double Value(double x) => Math.Abs(x) >= Lobes ? 0 : Sinc(x) * Sinc(x / Lobes);

    private static double Sinc(double x) => Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private readonly record struct Kernel(int First, float[] Weights)
    {
        public int End => First + Weights.Length;
    }
}
