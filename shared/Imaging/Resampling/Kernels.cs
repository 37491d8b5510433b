using System.Collections.Concurrent;

namespace LatentWalk.Imaging.Resampling;

/// <summary>
/// Lanczos (3 lobes) along one side: for each output sample, the first source sample and the weights, clipped to the source
/// and summing to one. As the image library defines it.
/// </summary>
internal sealed class Kernels
{
    /// <summary>Numbers that are summed side by side: four pixels of four channels.</summary>
    public const int Lanes = 16;

    private const double Lobes = 3;
    private const int MostKept = 64;

    // A set of pictures has few sizes, and the weights of a small picture take longer to compute than to apply.
    private static readonly ConcurrentDictionary<(int Source, int Scaled, int From, int Count), Kernels> s_kept = new();

    private Kernels(int count)
    {
        First = new int[count];
        Weights = new float[count][];
        Wide = new float[count][];
    }

    public int Count => First.Length;

    /// <summary>Of each output sample: where its weights begin in the source.</summary>
    public int[] First { get; }

    public float[][] Weights { get; }

    /// <summary>The weights four times each, zeros up to whole groups of <see cref="Lanes"/>.</summary>
    public float[][] Wide { get; }

    /// <summary>One past the last source sample that counts for it.</summary>
    public int End(int index) => First[index] + Weights[index].Length;

    /// <summary>Of <paramref name="source"/> samples scaled to so many, the ones from <paramref name="from"/> on. Not to be changed.</summary>
    public static Kernels Of(int source, int scaled, int from, int count)
    {
        if (s_kept.TryGetValue((source, scaled, from, count), out Kernels? kept))
        {
            return kept;
        }

        Kernels made = Make(source, scaled, from, count);
        if (s_kept.Count >= MostKept)
        {
            s_kept.Clear();
        }

        // Large ones are rare and would pile up.
        return source + scaled > 8192 ? made : s_kept.GetOrAdd((source, scaled, from, count), made);
    }

    private static Kernels Make(int source, int scaled, int from, int count)
    {
        var kernels = new Kernels(count);
        double ratio = source / (double)scaled;
        double widening = Math.Max(1, ratio);
        double radius = Math.Ceiling(widening * Lobes);
        for (int i = 0; i < count; i++)
        {
            double centre = ((from + i + 0.5) * ratio) - 0.5;
            int left = Math.Clamp((int)Math.Ceiling(centre - radius), 0, source - 1);
            int right = Math.Clamp((int)Math.Floor(centre + radius), left, source - 1);
            double[] values = new double[right - left + 1];
            for (int j = left; j <= right; j++)
            {
                values[j - left] = Value((j - centre) / widening);
            }

            double sum = values.Sum();
            float[] weights = new float[values.Length];
            float[] wide = new float[((4 * weights.Length) + Lanes - 1) & -Lanes];
            for (int k = 0; k < weights.Length; k++)
            {
                weights[k] = (float)(values[k] / sum);
                wide.AsSpan(4 * k, 4).Fill(weights[k]);
            }

            (kernels.First[i], kernels.Weights[i], kernels.Wide[i]) = (left, weights, wide);
        }

        return kernels;
    }

    private static double Value(double x) => Math.Abs(x) >= Lobes ? 0 : Sinc(x) * Sinc(x / Lobes);

    private static double Sinc(double x) => Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
