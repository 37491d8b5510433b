namespace LatentWalk.Quality;

/// <summary>What a cloud of features is by itself: how far each point's neighbours are, and its mean kernel.</summary>
/// <param name="Manifold">Squared distance of each point to its third nearest other one: Kynkäänniemi's radius.</param>
/// <param name="Ball">Squared distance to its fifth nearest other one: Naeem's radius.</param>
/// <param name="Kernel">Mean of the kernel over all pairs of different points.</param>
internal sealed record CloudSelf(double[] Manifold, double[] Ball, double Kernel)
{
    /// <summary>k of precision and recall (Kynkäänniemi et al. 2019, section 3).</summary>
    public const int ManifoldNeighbours = 3;

    /// <summary>k of density and coverage (Naeem et al. 2020, section 3.3).</summary>
    public const int BallNeighbours = 5;

    public static CloudSelf Of(FeatureCloud cloud, ParallelOptions threads)
    {
        int count = cloud.Count;
        var nearest = new double[count * BallNeighbours];
        Array.Fill(nearest, double.PositiveInfinity);
        var kernels = new double[count];
        DotProducts.Visit(cloud.Points, cloud.Points, threads, (row, first, products) =>
        {
            var smallest = nearest.AsSpan(row * BallNeighbours, BallNeighbours);
            double square = cloud.Squares[row], sum = 0;
            var kernel = new CubicKernel(cloud.Points.Width, cloud.Slopes[row]);
            for (int k = 0; k < products.Length; k++)
            {
                if (first + k == row)
                {
                    continue;
                }

                sum += kernel.Of(products[k], cloud.Slopes[first + k]);
                double distance = square + cloud.Squares[first + k] - (2.0 * products[k]);
                if (distance < smallest[^1])
                {
                    Insert(smallest, Math.Max(0, distance));
                }
            }

            kernels[row] += sum;
        });

        int others = Math.Max(1, count - 1);
        return new CloudSelf(Radii(nearest, count, ManifoldNeighbours), Radii(nearest, count, BallNeighbours), kernels.Sum() / count / others);
    }

    // Fewer others than that: the furthest of them.
    private static double[] Radii(double[] nearest, int count, int neighbours)
    {
        int place = Math.Min(neighbours, count - 1) - 1;
        return [.. Enumerable.Range(0, count).Select(row => place < 0 ? 0 : nearest[(row * BallNeighbours) + place])];
    }

    private static void Insert(Span<double> smallest, double value)
    {
        int at = smallest.Length - 1;
        for (; at > 0 && smallest[at - 1] > value; at--)
        {
            smallest[at] = smallest[at - 1];
        }

        smallest[at] = value;
    }
}
