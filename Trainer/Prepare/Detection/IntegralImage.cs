namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>
/// Sums from the top left corner: <c>Sums[y * Stride + x]</c> is the sum of all levels above row y and left of column x, so
/// that any rectangle is four look-ups (Viola and Jones 2001, section 2.1).
/// </summary>
internal readonly struct IntegralImage
{
    public IntegralImage(GreyImage image)
    {
        Width = image.Width;
        Height = image.Height;
        Stride = Width + 1;
        Sums = new uint[Stride * (Height + 1)];
        for (int y = 0; y < Height; y++)
        {
            ReadOnlySpan<byte> row = image.Levels.AsSpan(y * Width, Width);
            ReadOnlySpan<uint> above = Sums.AsSpan(y * Stride, Stride);
            Span<uint> below = Sums.AsSpan((y + 1) * Stride, Stride);
            uint sum = 0;
            for (int x = 0; x < row.Length; x++)
            {
                sum += row[x];
                below[x + 1] = above[x + 1] + sum;
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    public int Stride { get; }

    /// <summary>Modulo 2^32, which differences of sums that fit do not notice.</summary>
    public uint[] Sums { get; }
}
