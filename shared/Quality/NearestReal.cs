namespace LatentWalk.Quality;

/// <summary>
/// The real picture nearest to each generated one, by the colours at 16×16, and how far it is (root mean square, on [-1, 1]): what a
/// network that repeats its training pictures gives away. The measure is the median distance over the median distance of real
/// pictures to the nearest other real one.
/// </summary>
/// <param name="Distances">Of each picture.</param>
/// <param name="Indices">Of the nearest among the real ones.</param>
public sealed record NearestReal(IReadOnlyList<double> Distances, IReadOnlyList<int> Indices)
{
    internal double Median()
    {
        double[] sorted = [.. Distances.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <param name="small">[count, <see cref="SmallColours.Length"/>].</param>
    /// <param name="real">Likewise.</param>
    /// <param name="itself">Whether both are the same pictures, none of which is its own neighbour.</param>
    internal static NearestReal Of(RowMatrix small, RowMatrix real, bool itself, ParallelOptions threads)
    {
        double[] squares = SquaresOf(small), others = SquaresOf(real);
        var nearest = new double[small.Rows];
        var indices = new int[small.Rows];
        Array.Fill(nearest, double.PositiveInfinity);
        DotProducts.Visit(small, real, threads, (row, first, products) =>
        {
            for (int k = 0; k < products.Length; k++)
            {
                double distance = squares[row] + others[first + k] - (2.0 * products[k]);
                if (distance < nearest[row] && !(itself && first + k == row))
                {
                    (nearest[row], indices[row]) = (distance, first + k);
                }
            }
        });
        return new NearestReal([.. nearest.Select((value, row) => double.IsInfinity(value) ? 0 : Math.Sqrt(RowMatrix.SquaredDistance(small[row], real[indices[row]]) / small.Width))], indices);
    }

    private static double[] SquaresOf(RowMatrix rows) => [.. Enumerable.Range(0, rows.Rows).Select(row => RowMatrix.Square(rows[row]))];
}
