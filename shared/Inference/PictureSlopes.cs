using System.Numerics.Tensors;
using LatentWalk.Core.Latents;
using MathNet.Numerics.LinearAlgebra;

namespace LatentWalk.Inference;

/// <summary>
/// What of a generator's pictures follows from the latent in a straight line: small pictures regressed on the latents that made
/// them. Each latent is used with its opposite, so that what both sides do alike cancels and half as many do.
/// </summary>
public sealed class PictureSlopes
{
    private const ulong FirstSeed = 5000;
    private const int LeastPairs = 32;
    private const int UsualPairs = 256;
    private const int MostPairs = 1024;

    /// <summary>What 768 pictures of 64×64 have; larger ones get fewer.</summary>
    private const long LargestPixels = 768L * 64 * 64;

    private PictureSlopes(Matrix<double> slopes, float[] latents, float[] odd, double variance) =>
        (Slopes, Latents, Odd, Variance) = (slopes, latents, odd, variance);

    /// <summary>[zdim, <see cref="SmallPicture.Length"/>]: levels of 255 for each step along a component.</summary>
    public Matrix<double> Slopes { get; }

    /// <summary>[pairs, zdim].</summary>
    public float[] Latents { get; }

    /// <summary>[pairs, <see cref="SmallPicture.Length"/>]: half the difference of the pictures of a latent and its opposite.</summary>
    public float[] Odd { get; }

    /// <summary>Of all small pictures about their mean, summed over their numbers.</summary>
    public double Variance { get; }

    public static PictureSlopes Measure(PictureMaker maker)
    {
        ArgumentNullException.ThrowIfNull(maker);
        int zdim = maker.ZDim, bytes = maker.Width * maker.Height * 4;
        int pairs = (int)Math.Clamp(LargestPixels / 2 / ((long)maker.Width * maker.Height), LeastPairs, Math.Clamp(4 * zdim, UsualPairs, MostPairs));
        var latents = new float[pairs * zdim];
        var odd = new float[pairs * SmallPicture.Length];
        double[] sum = new double[SmallPicture.Length];
        double squares = 0;
        int batch = Math.Clamp(maker.MaxBatch / 2, 1, 32);
        var z = new float[2 * batch * zdim];
        var rgba = new byte[2 * batch * bytes];
        var small = new float[2 * SmallPicture.Length];
        for (int first = 0; first < pairs; first += batch)
        {
            int count = Math.Min(batch, pairs - first);
            for (int i = 0; i < count; i++)
            {
                var latent = latents.AsSpan((first + i) * zdim, zdim);
                Latent.FromSeed(FirstSeed + (ulong)(first + i), latent);
                latent.CopyTo(z.AsSpan(i * zdim));
                Latent.Truncate(latent, -1, z.AsSpan((count + i) * zdim, zdim));
            }

            Run(maker, z, 2 * count, rgba);
            for (int i = 0; i < count; i++)
            {
                SmallPicture.Write(rgba.AsSpan(i * bytes, bytes), maker.Width, maker.Height, small.AsSpan(0, SmallPicture.Length));
                SmallPicture.Write(rgba.AsSpan((count + i) * bytes, bytes), maker.Width, maker.Height, small.AsSpan(SmallPicture.Length));
                var half = odd.AsSpan((first + i) * SmallPicture.Length, SmallPicture.Length);
                for (int k = 0; k < half.Length; k++)
                {
                    double a = small[k], b = small[SmallPicture.Length + k];
                    half[k] = (float)((a - b) / 2);
                    sum[k] += a + b;
                    squares += (a * a) + (b * b);
                }
            }
        }

        double variance = (squares / (2 * pairs)) - sum.Sum(value => value / (2 * pairs) * (value / (2 * pairs)));
        var slopes = Regress(latents, zdim, odd, SmallPicture.Length);
        return new PictureSlopes(slopes, latents, odd, Whole(slopes, latents, odd, variance));
    }

    // What a straight line explains of a latent that is normal, plus what it leaves of these: the parts add up to the whole.
    private static double Whole(Matrix<double> slopes, float[] latents, float[] odd, double variance)
    {
        int zdim = slopes.RowCount, pairs = latents.Length / zdim;
        double oddSquares = 0, left = 0;
        float[][] rows = [.. Enumerable.Range(0, zdim).Select(i => slopes.Row(i).Select(value => (float)value).ToArray())];
        var rest = new float[SmallPicture.Length];
        for (int n = 0; n < pairs; n++)
        {
            odd.AsSpan(n * SmallPicture.Length, SmallPicture.Length).CopyTo(rest);
            oddSquares += TensorPrimitives.SumOfSquares<float>(rest);
            for (int i = 0; i < zdim; i++)
            {
                TensorPrimitives.MultiplyAdd(rows[i], -latents[(n * zdim) + i], rest, rest);
            }

            left += TensorPrimitives.SumOfSquares<float>(rest);
        }

        double frobenius = slopes.FrobeniusNorm();
        return (frobenius * frobenius) + (left / pairs) + Math.Max(0, variance - (oddSquares / pairs));
    }

    /// <summary>Least squares with a little ridge: [inputs, outputs] that takes the rows of x to those of y.</summary>
    /// <param name="x">[n, inputs].</param>
    /// <param name="inputs">Numbers in a row of <paramref name="x"/>.</param>
    /// <param name="y">[n, outputs].</param>
    /// <param name="outputs">Numbers in a row of <paramref name="y"/>.</param>
    /// <param name="ridge">Added to the diagonal, as a share of its mean.</param>
    internal static Matrix<double> Regress(ReadOnlySpan<float> x, int inputs, ReadOnlySpan<float> y, int outputs, double ridge = 0.01)
    {
        var left = Products(x, inputs, x, inputs);
        double mean = left.Diagonal().Average();
        for (int i = 0; i < inputs; i++)
        {
            left[i, i] += (ridge * mean) + 1e-12;
        }

        return left.Cholesky().Solve(Products(x, inputs, y, outputs));
    }

    // x^T y: rank-one updates row by row, in the inner loop along y.
    private static Matrix<double> Products(ReadOnlySpan<float> x, int inputs, ReadOnlySpan<float> y, int outputs)
    {
        var rows = new float[inputs][];
        for (int i = 0; i < inputs; i++)
        {
            rows[i] = new float[outputs];
        }

        for (int n = 0; n < x.Length / inputs; n++)
        {
            var right = y.Slice(n * outputs, outputs);
            for (int i = 0; i < inputs; i++)
            {
                TensorPrimitives.MultiplyAdd(right, x[(n * inputs) + i], rows[i], rows[i]);
            }
        }

        return Matrix<double>.Build.Dense(inputs, outputs, (i, k) => rows[i][k]);
    }

    private static void Run(PictureMaker maker, float[] z, int count, byte[] rgba)
    {
        int bytes = maker.Width * maker.Height * 4;
        for (int done = 0; done < count;)
        {
            int batch = Math.Min(maker.MaxBatch, count - done);
            maker.Run(z.AsSpan(done * maker.ZDim, batch * maker.ZDim), batch, rgba.AsSpan(done * bytes, batch * bytes));
            done += batch;
        }
    }
}
