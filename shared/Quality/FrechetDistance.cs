using System.Numerics.Tensors;

namespace LatentWalk.Quality;

/// <summary>
/// The Fréchet distance of two normal distributions with the features' means and covariances (Heusel et al. 2017, "GANs trained by a
/// two time-scale update rule", equation 6): |m1 - m2|² + tr(C1 + C2 - 2 (C1 C2)^½). The last trace is the sum of the roots of the
/// eigenvalues of L' C2 L, where C1 = L L'.
/// </summary>
internal sealed class FrechetDistance
{
    private const int Block = 256;

    private readonly double[] _mean;
    private readonly double[] _lower;
    private readonly double _trace;

    private FrechetDistance(double[] mean, double[] lower, double trace) => (_mean, _lower, _trace) = (mean, lower, trace);

    /// <param name="cloud">Any number of points; fewer than features leave some directions without variance.</param>
    public static FrechetDistance Of(FeatureCloud cloud, ParallelOptions threads)
    {
        int size = cloud.Points.Width;
        double[] mean = FeatureCloud.CentreOf(cloud.Points);
        double[] covariance = Covariance(cloud.Points, mean, threads);
        double trace = Trace(covariance, size);
        return new FrechetDistance(mean, LowerRoot(covariance, size), trace);
    }

    /// <param name="other">Around the same centre.</param>
    public double To(FeatureCloud other, ParallelOptions threads)
    {
        int size = _mean.Length;
        double[] mean = FeatureCloud.CentreOf(other.Points);
        double[] covariance = Covariance(other.Points, mean, threads);
        double distance = 0;
        for (int k = 0; k < size; k++)
        {
            distance += (mean[k] - _mean[k]) * (mean[k] - _mean[k]);
        }

        double roots = 0;
        foreach (double value in SymmetricEigenvalues.Of(Sandwiched(covariance, size, threads), size))
        {
            roots += Math.Sqrt(Math.Max(0, value));
        }

        return distance + _trace + Trace(covariance, size) - (2 * roots);
    }

    /// <summary>[size, size] with n - 1 in the denominator.</summary>
    internal static double[] Covariance(RowMatrix points, double[] mean, ParallelOptions threads)
    {
        int size = points.Width;
        var sums = new double[size * size];
        var across = new double[size * Block];
        for (int first = 0; first < points.Rows; first += Block)
        {
            int count = Math.Min(Block, points.Rows - first);
            Array.Clear(across);
            for (int row = 0; row < count; row++)
            {
                var point = points[first + row];
                for (int k = 0; k < size; k++)
                {
                    across[(k * Block) + row] = point[k] - mean[k];
                }
            }

            Parallel.For(0, size, threads, row =>
            {
                for (int k = 0; k <= row; k++)
                {
                    sums[(row * size) + k] += TensorPrimitives.Dot<double>(across.AsSpan(row * Block, Block), across.AsSpan(k * Block, Block));
                }
            });
        }

        double scale = 1.0 / Math.Max(1, points.Rows - 1);
        for (int row = 0; row < size; row++)
        {
            for (int k = 0; k <= row; k++)
            {
                sums[(k * size) + row] = sums[(row * size) + k] *= scale;
            }
        }

        return sums;
    }

    private static double Trace(double[] matrix, int size)
    {
        double trace = 0;
        for (int k = 0; k < size; k++)
        {
            trace += matrix[(k * size) + k];
        }

        return trace;
    }

    // Cholesky's. Where there is no variance left, the column is 0.
    private static double[] LowerRoot(double[] matrix, int size)
    {
        var lower = new double[matrix.Length];
        double smallest = 1e-11 * Trace(matrix, size) / size;
        for (int row = 0; row < size; row++)
        {
            var line = lower.AsSpan(row * size, size);
            for (int column = 0; column <= row; column++)
            {
                var other = lower.AsSpan(column * size, size);
                double value = matrix[(row * size) + column] - TensorPrimitives.Dot<double>(line[..column], other[..column]);
                line[column] = row == column ? (value > smallest ? Math.Sqrt(value) : 0)
                    : other[column] > 0 ? value / other[column] : 0;
            }
        }

        return lower;
    }

    // L' C L. L's columns as rows, so that both products are of rows.
    private double[] Sandwiched(double[] covariance, int size, ParallelOptions threads)
    {
        var upper = new double[covariance.Length];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                upper[(column * size) + row] = _lower[(row * size) + column];
            }
        }

        var half = new double[covariance.Length];
        var whole = new double[covariance.Length];
        Parallel.For(0, size, threads, row =>
        {
            for (int k = 0; k < size; k++)
            {
                half[(row * size) + k] = TensorPrimitives.Dot<double>(upper.AsSpan((row * size) + row, size - row), covariance.AsSpan((k * size) + row, size - row));
            }
        });
        Parallel.For(0, size, threads, row =>
        {
            for (int k = 0; k <= row; k++)
            {
                double value = TensorPrimitives.Dot<double>(half.AsSpan((row * size) + k, size - k), upper.AsSpan((k * size) + k, size - k));
                whole[(row * size) + k] = value;
                whole[(k * size) + row] = value;
            }
        });
        return whole;
    }
}
