namespace LatentWalk.Quality;

/// <summary>
/// The trace that strided layers leave (Odena et al. 2016, "Deconvolution and checkerboard artifacts"): patterns with a period of two
/// pixels. In each block of 8×8 pixels and each channel the amplitudes of upright stripes, of lying stripes and of the board add up
/// as squares; of the blocks' roots the median, so that a block with an edge in it says nothing, on [-1, 1].
/// </summary>
/// <remarks>A board of ±a has amplitude a; noise of standard deviation s has about 0.2 s, for it has no period.</remarks>
internal static class Checkerboard
{
    private const int Block = 8;

    /// <param name="rgb">uint8 [size, size, 3]; 0 for pictures smaller than a block.</param>
    public static double Of(ReadOnlySpan<byte> rgb, int size)
    {
        int side = size / Block;
        if (side == 0)
        {
            return 0;
        }

        var amplitudes = new double[side * side];
        for (int i = 0; i < amplitudes.Length; i++)
        {
            amplitudes[i] = OfBlock(rgb[(3 * ((i / side * Block * size) + (i % side * Block)))..], size);
        }

        Array.Sort(amplitudes);
        return (amplitudes[(amplitudes.Length - 1) / 2] + amplitudes[amplitudes.Length / 2]) / 2 * Levels.Step;
    }

    // Each channel counts a third.
    private static double OfBlock(ReadOnlySpan<byte> rgb, int size)
    {
        double squares = 0;
        for (int c = 0; c < 3; c++)
        {
            int upright = 0, lying = 0, board = 0;
            for (int y = 0; y < Block; y++)
            {
                for (int x = 0; x < Block; x++)
                {
                    int level = rgb[(3 * ((y * size) + x)) + c];
                    upright += (x & 1) == 0 ? level : -level;
                    lying += (y & 1) == 0 ? level : -level;
                    board += ((x ^ y) & 1) == 0 ? level : -level;
                }
            }

            squares += ((double)upright * upright) + ((double)lying * lying) + ((double)board * board);
        }

        return Math.Sqrt(squares / 3) / (Block * Block);
    }
}
