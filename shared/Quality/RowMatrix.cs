namespace LatentWalk.Quality;

/// <summary>Rows of floats, each padded with zeros to whole vectors, so that products need no special last part.</summary>
internal sealed class RowMatrix
{
    private const int Lanes = 16;

    public RowMatrix(int rows, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        (Rows, Width) = (rows, width);
        Stride = (width + Lanes - 1) / Lanes * Lanes;
        Values = new float[checked(rows * Stride)];
    }

    public int Rows { get; }

    public int Width { get; }

    /// <summary>Floats from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>[<see cref="Rows"/>, <see cref="Stride"/>].</summary>
    public float[] Values { get; }

    public Span<float> this[int row] => Values.AsSpan(row * Stride, Width);

    /// <summary>With the padding.</summary>
    public ReadOnlySpan<float> Padded(int first, int count) => Values.AsSpan(first * Stride, count * Stride);

    /// <summary>Sum of squares.</summary>
    public static double Square(ReadOnlySpan<float> row)
    {
        double sum = 0;
        foreach (float value in row)
        {
            sum += (double)value * value;
        }

        return sum;
    }

    /// <summary>Of two rows of one width, from their differences: exactly 0 for equal ones.</summary>
    public static double SquaredDistance(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            double difference = (double)x[k] - y[k];
            sum += difference * difference;
        }

        return sum;
    }
}
