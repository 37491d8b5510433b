using LatentWalk.Core.Latents;

namespace LatentWalk.Inference;

/// <summary>
/// How fast the picture changes along each direction, measured when a generator is opened, so that all axes can be flown at
/// the same speed on screen. The work depends on the generator alone, never on the clock: the same file gives the same gains.
/// </summary>
public static class AxisSensitivity
{
    /// <summary>Far enough that rounding to levels does not matter, near enough to be a slope.</summary>
    private const float Radians = 0.15f;

    private const int MostSeeds = 4;
    private const int MostDirections = 16;

    /// <summary>What one 64x64 generator takes for four seeds and sixteen directions; larger pictures get fewer seeds, then fewer directions.</summary>
    private const long LargestPixels = MostSeeds * (MostDirections + 1) * 64L * 64;

    /// <summary>No axis is flown more than this many times faster or slower than the usual one.</summary>
    private const float LargestGain = 4;

    /// <summary>
    /// Mean absolute change of the picture along each direction, in levels of 255 a radian of the sphere. Directions past those that
    /// were measured get the average.
    /// </summary>
    /// <param name="source">The generator.</param>
    /// <param name="directions">Unit vectors [zdim].</param>
    public static IReadOnlyList<float> LevelsPerRadian(PictureMaker source, IReadOnlyList<Direction> directions)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(directions);
        long pixels = (long)source.Width * source.Height;
        int measured = (int)Math.Clamp((LargestPixels / pixels) - 1, Math.Min(3, directions.Count), Math.Min(MostDirections, directions.Count));
        int seeds = (int)Math.Clamp(LargestPixels / (pixels * (measured + 1)), 1, MostSeeds);
        var sums = new double[measured];
        for (int seed = 0; seed < seeds; seed++)
        {
            Add(sums, source, directions, (ulong)seed);
        }

        float[] result = new float[directions.Count];
        float average = measured == 0 ? 0 : (float)(sums.Average() / (seeds * Radians));
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = i < measured ? (float)(sums[i] / (seeds * Radians)) : average;
        }

        return result;
    }

    /// <summary>
    /// Speeds that make all directions change the picture equally fast: 1 for the one in the middle. A direction that
    /// changes nothing is flown at the usual speed.
    /// </summary>
    public static IReadOnlyList<float> Gains(IReadOnlyList<float> levelsPerRadian)
    {
        ArgumentNullException.ThrowIfNull(levelsPerRadian);
        float[] sorted = [.. levelsPerRadian.Where(levels => levels > 0).Order()];
        float middle = sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
        return [.. levelsPerRadian.Select(levels => levels > 0 ? Math.Clamp(middle / levels, 1 / LargestGain, LargestGain) : 1)];
    }

    // One seed's face and its neighbour along every direction.
    private static void Add(double[] sums, PictureMaker source, IReadOnlyList<Direction> directions, ulong seed)
    {
        int zdim = source.ZDim;
        int bytes = source.Width * source.Height * 4;
        int count = sums.Length + 1;
        var z = new float[count * zdim];
        for (int i = 0; i < count; i++)
        {
            Span<float> latent = z.AsSpan(i * zdim, zdim);
            Latent.FromSeed(seed, latent);
            if (i > 0)
            {
                Sphere.Step(latent, directions[i - 1].Vector, Radians);
            }
        }

        var rgba = new byte[count * bytes];
        for (int done = 0; done < count;)
        {
            int batch = Math.Min(source.MaxBatch, count - done);
            source.Run(z.AsSpan(done * zdim, batch * zdim), batch, rgba.AsSpan(done * bytes, batch * bytes));
            done += batch;
        }

        for (int i = 1; i < count; i++)
        {
            sums[i - 1] += Difference(rgba.AsSpan(0, bytes), rgba.AsSpan(i * bytes, bytes));
        }
    }

    // Of the colours; alpha is all the same.
    private static double Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        long sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += Math.Abs(a[i] - b[i]);
        }

        return sum / (a.Length * 0.75);
    }
}
