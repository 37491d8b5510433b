namespace LatentWalk.Quality.Tests;

/// <summary>Every metric of features and patches against NumPy and SciPy, on the same numbers.</summary>
public class PeerTests
{
    private const string Neighbours = """
        from numpy.linalg import norm
        def distances(x, y): return np.sqrt(((x[:, None, :] - y[None, :, :]) ** 2).sum(2))
        def radius(x, k): return np.sort(distances(x, x), axis=1)[:, k]
        d = distances(a, b)
        print((d <= radius(a, 3)[:, None]).any(0).mean(), (d <= radius(b, 3)[None, :]).any(1).mean())
        print((d <= radius(a, 5)[:, None]).sum(0).mean() / 5, (d <= radius(a, 5)[:, None]).any(1).mean())
        k = lambda x, y: (x @ y.T / x.shape[1] + 1) ** 3
        m, n = len(a), len(b)
        print((k(a, a).sum() - np.trace(k(a, a))) / m / (m - 1) + (k(b, b).sum() - np.trace(k(b, b))) / n / (n - 1) - 2 * k(a, b).mean())
        """;

    [PeerFact]
    public void The_Frechet_distance_is_that_of_scipys_matrix_root()
    {
        var (real, other) = (Cloud.Normal(400, 64, 1, mean: 2), Cloud.Normal(250, 64, 2, mean: 2.2, deviation: 1.4));
        Mix(real);
        double[] expected = Peer.Run(
            """
            from scipy.linalg import sqrtm
            c, d = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
            print(((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(c) + np.trace(d) - 2 * np.trace(sqrtm(c @ d)).real)
            """,
            real, other);

        double[] centre = FeatureCloud.CentreOf(real);
        double found = FrechetDistance.Of(FeatureCloud.Around(real, centre), Cloud.Threads).To(FeatureCloud.Around(other, centre), Cloud.Threads);

        Assert.Equal(expected[0], found, 1e-5 * expected[0]);
    }

    [PeerFact]
    public void Precision_recall_density_coverage_and_the_kernel_distance_are_NumPys()
    {
        var (real, other) = (Cloud.Normal(220, 24, 1, mean: 3), Cloud.Normal(140, 24, 2, mean: 3.2, deviation: 0.9));
        Mix(real);
        Mix(other);
        double[] expected = Peer.Run(Neighbours, real, other);

        double[] centre = FeatureCloud.CentreOf(real);
        var (x, y) = (FeatureCloud.Around(real, centre), FeatureCloud.Around(other, centre));
        var found = Neighbourhoods.Between(x, CloudSelf.Of(x, Cloud.Threads), y, CloudSelf.Of(y, Cloud.Threads), Cloud.Threads);

        Assert.Equal(expected[0], found.Precision, 1e-9);
        Assert.Equal(expected[1], found.Recall, 1e-9);
        Assert.Equal(expected[2], found.Density, 1e-9);
        Assert.Equal(expected[3], found.Coverage, 1e-9);
        Assert.Equal(expected[4], found.KernelDistance, 1e-4 * Math.Abs(expected[4]));
    }

    [PeerFact]
    public void The_pyramid_is_that_of_scipys_filters()
    {
        const int size = 64;
        byte[] rgb = Picture.Disc(size, 3, noise: 9);
        var pyramid = LaplacianPyramid.Of(rgb, size);
        double[] expected = Peer.Run(
            """
            from scipy.ndimage import convolve1d
            kernel = np.array([1, 4, 6, 4, 1]) / 16
            def blur(x, gain): return convolve1d(convolve1d(x, kernel * gain, axis=0, mode='mirror'), kernel * gain, axis=1, mode='mirror')
            for x in np.moveaxis(a.reshape(64, 64, 3), 2, 0):
                for level in range(2):
                    small = blur(x, 1)[::2, ::2]
                    wide = np.zeros_like(x)
                    wide[::2, ::2] = small
                    print(*(x - blur(wide, 2)).ravel())
                    x = small
                print(*x.ravel())
            """,
            Cloud.Of([[.. rgb.Select(level => (float)level)]]));

        int at = 0;
        for (int c = 0; c < 3; c++)
        {
            for (int level = 0; level < 3; level++)
            {
                int plane = pyramid.Sides[level] * pyramid.Sides[level];
                for (int i = 0; i < plane; i++)
                {
                    Assert.Equal(expected[at++], pyramid.Levels[level][(c * plane) + i], 1e-3);
                }
            }
        }

        Assert.Equal(expected.Length, at);
    }

    [PeerFact]
    public void The_sliced_distance_is_scipys_Wasserstein_distance_along_each_direction()
    {
        var (x, y) = (Cloud.Normal(500, SlicedWasserstein.PatchLength, 1), Cloud.Normal(500, SlicedWasserstein.PatchLength, 2, mean: 0.1, deviation: 1.2));
        var directions = SlicedDistance.Directions(40, SlicedWasserstein.PatchLength, 3, QualityDraw.PatchDirections, 0);
        double[] expected = Peer.Run(
            """
            from scipy.stats import wasserstein_distance
            print(np.mean([wasserstein_distance(a @ direction, b @ direction) for direction in c]))
            """,
            x, y, directions);

        Assert.Equal(expected[0], SlicedDistance.Between(x, y, directions, Cloud.Threads), 1e-5);
    }

    // Directions of unlike variance that hang together, as features do.
    private static void Mix(RowMatrix rows)
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            var values = rows[row];
            for (int k = 1; k < values.Length; k++)
            {
                values[k] = (0.6f * values[k - 1]) + (values[k] * (1 + (k % 5)));
            }
        }
    }
}
