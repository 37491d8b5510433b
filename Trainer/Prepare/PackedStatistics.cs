namespace LatentWalk.Trainer.Prepare;

/// <summary>What the kept pictures are like on the whole, gathered while they are packed.</summary>
internal sealed class PackedStatistics(int size, int classCount)
{
    public const int LevelBins = 64;

    private readonly double[] _sums = new double[3 * size * size];

    public int Count { get; private set; }

    /// <summary>Kept pictures of each class, and last those without one.</summary>
    public int[] ClassCounts { get; } = new int[classCount + 1];

    /// <summary>Pixels by level, red, green, blue: [3, <see cref="LevelBins"/>].</summary>
    public long[] Levels { get; } = new long[3 * LevelBins];

    /// <param name="square">uint8 [size, size, 4].</param>
    /// <param name="label">-1 for none.</param>
    public void Add(ReadOnlySpan<byte> square, int label)
    {
        Count++;
        ClassCounts[label < 0 ? ^1 : label]++;
        for (int i = 0, at = 0; i < _sums.Length; i += 3, at += 4)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                byte level = square[at + channel];
                _sums[i + channel] += level;
                Levels[(channel * LevelBins) + (level * LevelBins / 256)]++;
            }
        }
    }

    /// <summary>uint8 [size, size, 4].</summary>
    public byte[] Mean()
    {
        byte[] mean = new byte[4 * size * size];
        for (int i = 0, at = 0; i < _sums.Length; i += 3, at += 4)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                mean[at + channel] = (byte)((_sums[i + channel] / Math.Max(1, Count)) + 0.5);
            }

            mean[at + 3] = 255;
        }

        return mean;
    }
}
