using LatentWalk.Core.Randomness;

namespace LatentWalk.Quality.Tests;

/// <summary>Points to measure, drawn by a seed.</summary>
internal static class Cloud
{
    public static readonly ParallelOptions Threads = new() { MaxDegreeOfParallelism = 2 };

    /// <summary>[count, width] from N(mean, deviation²) in each coordinate.</summary>
    public static RowMatrix Normal(int count, int width, ulong seed, double mean = 0, double deviation = 1)
    {
        var rows = new RowMatrix(count, width);
        var random = new CounterRandom(seed, 0, Purpose.Sample);
        for (int row = 0; row < count; row++)
        {
            random.FillNormal(rows[row]);
            foreach (ref float value in rows[row])
            {
                value = (float)((value * deviation) + mean);
            }
        }

        return rows;
    }

    public static RowMatrix Of(float[][] points)
    {
        var rows = new RowMatrix(points.Length, points[0].Length);
        for (int row = 0; row < points.Length; row++)
        {
            points[row].CopyTo(rows[row]);
        }

        return rows;
    }

    public static double SquaredDistance(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            sum += ((double)x[k] - y[k]) * ((double)x[k] - y[k]);
        }

        return sum;
    }
}
