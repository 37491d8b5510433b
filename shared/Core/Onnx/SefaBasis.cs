using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using MathNet.Numerics.LinearAlgebra;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// SeFa (Shen and Zhou, "Closed-Form Factorization of Latent Semantics in GANs", CVPR 2021): the directions that the first
/// layer amplifies most are the leading eigenvectors of W W^T, where the layer maps z to z W + b.
/// </summary>
public static class SefaBasis
{
    public const int DefaultCount = 16;

    /// <summary>The directions of a network, as <see cref="GeneratorGraph"/> writes it.</summary>
    /// <param name="spec">What the network is.</param>
    /// <param name="weights">Its tensors by <see cref="TensorNames"/>, without the checkpoint's prefix.</param>
    public static IReadOnlyList<Direction> Of(GeneratorSpec spec, IReadOnlyDictionary<string, float[]> weights)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(weights);
        var first = FoldedGenerator.From(spec, WeightTable.Of(weights))[0];
        var weight = new float[first.WeightLength];
        first.ReadWeight(weight);

        // The rows of z; those of the condition come after.
        return FromFirstLayer(weight.AsSpan(0, spec.ZDim * first.Outputs * FoldedLayer.Kernel), spec.ZDim);
    }

    /// <param name="weight">[zdim, features]: the first layer as the graph computes it, batch norm folded in.</param>
    /// <returns>
    /// Orthonormal directions "sefa1", "sefa2", ... by falling share of the layer's output variance.
    /// An eigenvector's sign is arbitrary; here its component of largest magnitude (the first, if several) is positive.
    /// </returns>
    public static IReadOnlyList<Direction> FromFirstLayer(ReadOnlySpan<float> weight, int zdim, int count = DefaultCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zdim, 1);
        if (weight.Length == 0 || weight.Length % zdim != 0)
        {
            throw new ArgumentException($"{weight.Length} weights are not whole rows for {zdim} latent components.", nameof(weight));
        }

        var eigen = Gram(weight, zdim).Evd(Symmetricity.Symmetric);
        double[] values = [.. eigen.EigenValues.Select(value => Math.Max(0, value.Real))];
        double total = values.Sum();
        int[] order = [.. Enumerable.Range(0, zdim).OrderByDescending(k => values[k]).ThenBy(k => k)];
        return [.. order.Take(count).Select((k, rank) => new Direction(
            $"sefa{rank + 1}",
            WithPositivePeak(eigen.EigenVectors.Column(k)),
            (float)(total > 0 ? values[k] / total : 0)))];
    }

    private static Matrix<double> Gram(ReadOnlySpan<float> weight, int zdim)
    {
        int features = weight.Length / zdim;
        var gram = Matrix<double>.Build.Dense(zdim, zdim);
        for (int i = 0; i < zdim; i++)
        {
            var a = weight.Slice(i * features, features);
            for (int j = 0; j <= i; j++)
            {
                var b = weight.Slice(j * features, features);
                double sum = 0;
                for (int k = 0; k < features; k++)
                {
                    sum += (double)a[k] * b[k];
                }

                gram[i, j] = gram[j, i] = sum;
            }
        }

        return gram;
    }

    private static float[] WithPositivePeak(Vector<double> vector)
    {
        int peak = vector.AbsoluteMaximumIndex();
        double scale = (vector[peak] < 0 ? -1 : 1) / vector.L2Norm();
        return [.. vector.Select(component => (float)(component * scale))];
    }
}
