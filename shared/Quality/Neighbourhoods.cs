namespace LatentWalk.Quality;

/// <summary>
/// What generated and real features are to each other. Of real points x with k-th nearest other real point at distance r(x), and
/// generated points y with the like:
/// precision is the share of y that lie within r(x) of some x, recall the share of x that lie within r(y) of some y, k = 3
/// (Kynkäänniemi et al. 2019, "Improved precision and recall metric", section 3); density is the number of balls of radius r(x) that y
/// lies in, over k, on average; coverage the share of x whose ball has a y in it, k = 5 (Naeem et al. 2020, "Reliable fidelity and
/// diversity metrics", sections 3.1 and 3.2). The kernel distance is the unbiased estimate of the squared maximum mean discrepancy with
/// <see cref="CubicKernel"/> (Bińkowski et al. 2018, "Demystifying MMD GANs", section 4), over all pairs and not over drawn subsets.
/// </summary>
/// <remarks>All balls are closed. Recall and coverage grow with the number of samples: compare at equal numbers.</remarks>
internal sealed record Neighbourhoods(double Precision, double Recall, double Density, double Coverage, double KernelDistance)
{
    /// <param name="real">Around the same centre as <paramref name="generated"/>.</param>
    public static Neighbourhoods Between(FeatureCloud real, CloudSelf realSelf, FeatureCloud generated, CloudSelf generatedSelf, ParallelOptions threads)
    {
        var kernels = new double[generated.Count];
        var precise = new bool[generated.Count];
        var balls = new long[generated.Count];
        // Several threads may write the same true.
        var recalled = new bool[real.Count];
        var covered = new bool[real.Count];
        DotProducts.Visit(generated.Points, real.Points, threads, (row, first, products) =>
        {
            double square = generated.Squares[row], own = generatedSelf.Manifold[row], sum = 0;
            var kernel = new CubicKernel(real.Points.Width, generated.Slopes[row]);
            for (int k = 0; k < products.Length; k++)
            {
                int other = first + k;
                sum += kernel.Of(products[k], real.Slopes[other]);
                double distance = Math.Max(0, square + real.Squares[other] - (2.0 * products[k]));
                if (distance <= realSelf.Manifold[other])
                {
                    precise[row] = true;
                }

                if (distance <= own)
                {
                    recalled[other] = true;
                }

                if (distance <= realSelf.Ball[other])
                {
                    balls[row]++;
                    covered[other] = true;
                }
            }

            kernels[row] += sum;
        });
        return new Neighbourhoods(
            Share(precise),
            Share(recalled),
            (double)balls.Sum() / CloudSelf.BallNeighbours / generated.Count,
            Share(covered),
            realSelf.Kernel + generatedSelf.Kernel - (2 * kernels.Sum() / generated.Count / real.Count));
    }

    private static double Share(bool[] flags) => (double)flags.Count(flag => flag) / flags.Length;
}
