using LatentWalk.Core.Numerics;

namespace LatentWalk.Core.Latents;

/// <summary>
/// Means of latents on their sphere: the point whose weighted great-circle ways to all of them cancel (Buss and Fillmore,
/// "Spherical averages and applications to spherical splines and interpolation", 2001). Of two it is what
/// <see cref="Sphere.Slerp"/> gives; of more it does not depend on their order.
/// </summary>
public static class SphereBlend
{
    private const int MostIterations = 24;
    private const double Near = 1e-9;

    /// <param name="points">[count][zdim].</param>
    /// <param name="weights">[count], not negative, of any sum above 0. All on one gives its own bits.</param>
    /// <param name="result">[zdim].</param>
    public static void Write(IReadOnlyList<float[]> points, ReadOnlySpan<float> weights, Span<float> result)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, points.Count);
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(points[i].Length, result.Length);
            ArgumentOutOfRangeException.ThrowIfNegative(weights[i]);
            sum += weights[i];
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum);
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] == sum)
            {
                points[i].CopyTo(result);
                return;
            }
        }

        double radius = 0;
        double[] mean = new double[result.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            double length = Sphere.Length(points[i]);
            radius += weights[i] / sum * length;
            Add(mean, points[i], weights[i] / Math.Max(length, Near));
        }

        double[] step = new double[result.Length];
        for (int iteration = 0; iteration < MostIterations && Normalise(mean); iteration++)
        {
            Array.Clear(step);
            for (int i = 0; i < weights.Length; i++)
            {
                AddWay(step, mean, points[i], weights[i] / sum);
            }

            double angle = Math.Sqrt(Dot(step, step));
            if (angle < Near)
            {
                break;
            }

            var (sin, cos) = StableMath.SinCos(angle);
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] = (cos * mean[i]) + (sin / angle * step[i]);
            }
        }

        for (int i = 0; i < mean.Length; i++)
        {
            result[i] = (float)(radius * mean[i]);
        }
    }

    // weight times the tangent at the mean that leads to the point, as long as the angle between them.
    private static void AddWay(double[] step, double[] mean, float[] point, double weight)
    {
        double length = Math.Max(Sphere.Length(point), Near);
        double along = 0;
        for (int i = 0; i < mean.Length; i++)
        {
            along += mean[i] * point[i] / length;
        }

        double across = Math.Sqrt(Math.Max(0, 1 - (along * along)));
        double scale = across < Near ? 1 : StableMath.Atan2(across, along) / across;
        for (int i = 0; i < mean.Length; i++)
        {
            step[i] += weight * scale * ((point[i] / length) - (along * mean[i]));
        }
    }

    private static void Add(double[] sum, float[] point, double weight)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * point[i];
        }
    }

    private static bool Normalise(double[] mean)
    {
        double length = Math.Sqrt(Dot(mean, mean));
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] /= Math.Max(length, Near);
        }

        return length > Near;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
