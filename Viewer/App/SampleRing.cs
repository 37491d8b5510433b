namespace LatentWalk.Viewer.App;

/// <summary>The newest so many samples of a quantity, and their percentiles. Allocates nothing after construction.</summary>
internal sealed class SampleRing(int capacity)
{
    private readonly float[] samples = new float[capacity];
    private readonly float[] sorted = new float[capacity];
    private int next;

    /// <summary>Samples that are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Of the samples that are kept; 0 without any.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Count; i++)
            {
                sum += samples[i];
            }

            return Count == 0 ? 0 : sum / Count;
        }
    }

    public void Add(double sample)
    {
        samples[next] = (float)sample;
        next = next + 1 == samples.Length ? 0 : next + 1;
        Count = Math.Min(Count + 1, samples.Length);
    }

    public void Clear() => (next, Count) = (0, 0);

    /// <summary>Median, 95th percentile (nearest rank) and largest; zeros without samples. Sorts: not for every frame.</summary>
    public Percentiles Read()
    {
        if (Count == 0)
        {
            return default;
        }

        Span<float> values = sorted.AsSpan(0, Count);
        samples.AsSpan(0, Count).CopyTo(values);
        values.Sort();
        return new Percentiles(values[Rank(0.5)], values[Rank(0.95)], values[^1], Count);
    }

    private int Rank(double share) => Math.Clamp((int)Math.Ceiling(share * Count) - 1, 0, Count - 1);
}
