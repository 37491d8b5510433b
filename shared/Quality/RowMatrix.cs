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
}
