using System.Collections.Concurrent;
using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

/// <summary>For each destination sample: the first source sample and the weights, clipped to the source and summing to one.</summary>
internal static class KernelMap
{
    private const int MapsKept = 64;

    // A set of pictures has few sizes, and the weights of a small picture take longer to compute than to apply.
    private static readonly ConcurrentDictionary<(int Source, int Target, int From, int To, IResampler Sampler), (int Start, float[] Weights)[]> Kept = new();

    /// <summary>As <see cref="Compute"/>, kept for the next picture of the same size; not to be changed.</summary>
    public static (int Start, float[] Weights)[] Of(int source, int target, int from, int to, IResampler sampler)
    {
        if (Kept.TryGetValue((source, target, from, to, sampler), out (int, float[])[]? map))
        {
            return map;
        }

        map = Compute(source, target, from, to, sampler);
        if (Kept.Count >= MapsKept)
        {
            Kept.Clear();
        }

        // Large maps are rare and would pile up.
        return source + target > 8192 ? map : Kept.GetOrAdd((source, target, from, to, sampler), map);
    }

    /// <summary>Samples <paramref name="from"/> to <paramref name="to"/> (exclusive) of <paramref name="target"/> in all.</summary>
    private static (int Start, float[] Weights)[] Compute(int source, int target, int from, int to, IResampler sampler)
    {
        double ratio = source / (double)target;
        double scale = Math.Max(1, ratio);
        double radius = Math.Ceiling(scale * sampler.Radius);
        (int, float[])[] kernels = new (int, float[])[to - from];
        for (int i = from; i < to; i++)
        {
            double centre = ((i + 0.5) * ratio) - 0.5;
            int left = Math.Clamp((int)Math.Ceiling(centre - radius), 0, source - 1);
            int right = Math.Clamp((int)Math.Floor(centre + radius), left, source - 1);
            float[] weights = new float[right - left + 1];
            double sum = 0;
            for (int j = left; j <= right; j++)
            {
                double weight = sampler.GetValue((float)((j - centre) / scale));
                weights[j - left] = (float)weight;
                sum += weight;
            }

            for (int j = 0; j < weights.Length && sum > 0; j++)
            {
                weights[j] = (float)(weights[j] / sum);
            }

            kernels[i - from] = (left, weights);
        }

        return kernels;
    }
}
