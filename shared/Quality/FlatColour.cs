namespace LatentWalk.Quality;

/// <summary>
/// How much of a picture is painted in few colours: the share of its pixels that its eight commonest colours cover, with each channel
/// in sixteen steps. Smudges between flat areas lower it.
/// </summary>
internal static class FlatColour
{
    private const int Colours = 8;

    /// <param name="rgb">uint8 [size, size, 3].</param>
    public static double Of(ReadOnlySpan<byte> rgb)
    {
        Span<int> counts = stackalloc int[1 << 12];
        for (int at = 0; at < rgb.Length; at += 3)
        {
            counts[((rgb[at] >> 4) << 8) | (rgb[at + 1] & 0xF0) | (rgb[at + 2] >> 4)]++;
        }

        counts.Sort();
        int covered = 0;
        foreach (int count in counts[^Colours..])
        {
            covered += count;
        }

        return covered / (rgb.Length / 3.0);
    }
}
