namespace LatentWalk.Quality;

/// <summary>
/// How much pictures differ: the mean distance (root mean square over the colours at 16×16) of pairs, each picture with the sixteen that
/// follow it in an order that says nothing. A generator that makes one picture for every latent has 0.
/// </summary>
internal static class Diversity
{
    private const int Neighbours = 16;

    /// <param name="small">[count, <see cref="SmallColours.Length"/>].</param>
    public static double Of(RowMatrix small)
    {
        double sum = 0;
        long pairs = 0;
        int steps = Math.Min(Neighbours, small.Rows - 1);
        for (int step = 1; step <= steps; step++)
        {
            for (int i = 0; i + step < small.Rows; i++)
            {
                sum += Math.Sqrt(RowMatrix.SquaredDistance(small[i], small[i + step]) / small.Width);
                pairs++;
            }
        }

        return pairs == 0 ? 0 : sum / pairs;
    }
}
