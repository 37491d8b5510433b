namespace LatentWalk.Quality;

/// <summary>
/// How abrupt a picture's edges are: the mean of the largest twentieth of the differences in brightness (Rec. 601) between
/// neighbouring pixels, sideways and downwards, on [-1, 1]. A blur spreads the same step over more pixels and lowers it; noise in flat
/// areas is not among the largest differences.
/// </summary>
internal static class EdgeSharpness
{
    private const int Share = 20;

    /// <param name="rgb">uint8 [size, size, 3].</param>
    public static double Of(ReadOnlySpan<byte> rgb, int size)
    {
        var levels = new Levels(stackalloc int[Levels.Count]);
        Span<byte> above = new byte[size];
        Span<byte> line = new byte[size];
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                var pixel = rgb.Slice(3 * ((y * size) + x), 3);
                line[x] = (byte)(((77 * pixel[0]) + (150 * pixel[1]) + (29 * pixel[2]) + 128) >> 8);
                if (x > 0)
                {
                    levels.Add(Math.Abs(line[x] - line[x - 1]));
                }

                if (y > 0)
                {
                    levels.Add(Math.Abs(line[x] - above[x]));
                }
            }

            var next = above;
            above = line;
            line = next;
        }

        return levels.MeanOfLargest(Math.Max(1, 2 * size * (size - 1) / Share)) * Levels.Step;
    }
}
