namespace LatentWalk.Quality;

/// <summary>
/// How restless a picture is where it should be flat: the median absolute difference between neighbouring pixels, over all channels,
/// sideways and downwards, on [-1, 1]. Flat-coloured drawings have 0, for more than half of their neighbours are equal.
/// </summary>
internal static class FlatnessNoise
{
    /// <param name="rgb">uint8 [size, size, 3].</param>
    public static double Of(ReadOnlySpan<byte> rgb, int size)
    {
        var levels = new Levels(stackalloc int[Levels.Count]);
        int row = 3 * size;
        for (int y = 0; y < size; y++)
        {
            for (int at = y * row; at < (y * row) + row; at++)
            {
                if (at + 3 < (y * row) + row)
                {
                    levels.Add(Math.Abs(rgb[at] - rgb[at + 3]));
                }

                if (y + 1 < size)
                {
                    levels.Add(Math.Abs(rgb[at] - rgb[at + row]));
                }
            }
        }

        return levels.Median() * Levels.Step;
    }
}
