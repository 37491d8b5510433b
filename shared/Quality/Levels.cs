namespace LatentWalk.Quality;

/// <summary>How often each of the 256 levels, or each difference of two, occurs. A value type to stand on the stack.</summary>
internal readonly ref struct Levels(Span<int> counts)
{
    public const int Count = 256;

    /// <summary>Of pixels on [-1, 1], in one level.</summary>
    public const double Step = 2.0 / 255;

    private readonly Span<int> _counts = counts;

    public void Add(int level) => _counts[level]++;

    /// <summary>Mean of the two middle ones where their number is even.</summary>
    public double Median()
    {
        long total = 0;
        foreach (int count in _counts)
        {
            total += count;
        }

        return (At((total - 1) / 2) + At(total / 2)) / 2.0;
    }

    /// <summary>Mean of the largest ones.</summary>
    /// <param name="most">How many of them.</param>
    public double MeanOfLargest(int most)
    {
        long sum = 0;
        int left = most;
        for (int level = _counts.Length - 1; level >= 0 && left > 0; level--)
        {
            int taken = Math.Min(left, _counts[level]);
            sum += (long)taken * level;
            left -= taken;
        }

        return (double)sum / (most - left);
    }

    private int At(long place)
    {
        for (int level = 0; ; level++)
        {
            place -= _counts[level];
            if (place < 0)
            {
                return level;
            }
        }
    }
}
