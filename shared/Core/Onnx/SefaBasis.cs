using System.Runtime.InteropServices;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using MathNet.Numerics.LinearAlgebra;
using Floats = System.Numerics.Vector<float>;

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
        return FromFirstLayer(FirstLayerOf(spec, weights), spec.ZDim);
    }

    /// <summary>[zdim, features]: the part of the first layer that z goes through, batch norm folded in.</summary>
    private static float[] FirstLayerOf(GeneratorSpec spec, IReadOnlyDictionary<string, float[]> weights)
    {
        var table = WeightTable.Of(weights);
        float[] weight = spec.Network switch
        {
            NetworkKinds.Dcgan => FoldedGenerator.FirstWeight(FoldedGenerator.From(spec, table)[0]),
            NetworkKinds.Skip => FoldedGenerator.FirstWeight(SkipGraph.First(spec, table)),
            NetworkKinds.Residual => ResidualGraph.FirstWeight(spec, table),
            _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Network, "Validate() lets no other network pass."),
        };

        // The rows of z; those of the condition come after.
        return weight[..(weight.Length / spec.Inputs * spec.ZDim)];
    }

    /// <summary>Of a checkpoint that is only looked at: its weights are not verified, and no more of them is read than the first layer.</summary>
    /// <param name="path">A checkpoint file.</param>
    /// <param name="set">Null for the better generator that there is.</param>
    /// <exception cref="Errors.BadModelException">Damaged, incomplete or of another kind.</exception>
    public static IReadOnlyList<Direction> OfCheckpoint(string path, WeightSet? set)
    {
        using var file = SafetensorsFile.Open(path);
        var spec = NetworkJson.ParseGenerator(file.RequireMetadata(CheckpointKeys.Generator), $"'{path}', metadata '{CheckpointKeys.Generator}'");
        return Of(spec, CheckpointWeights.Of(file, (set ?? WeightSet.BestOf(file)).Prefix, spec));
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
                gram[i, j] = gram[j, i] = Dot(a, b);
            }
        }

        return gram;
    }

    // Blocks are short enough for float32, their sum is not.
    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        const int block = 64;
        var left = MemoryMarshal.Cast<float, Floats>(a);
        var right = MemoryMarshal.Cast<float, Floats>(b);
        double sum = 0;
        for (int first = 0; first < left.Length; first += block)
        {
            var part = Floats.Zero;
            for (int k = first; k < Math.Min(first + block, left.Length); k++)
            {
                part += left[k] * right[k];
            }

            sum += System.Numerics.Vector.Sum(part);
        }

        for (int k = left.Length * Floats.Count; k < a.Length; k++)
        {
            sum += (double)a[k] * b[k];
        }

        return sum;
    }

    private static float[] WithPositivePeak(Vector<double> vector)
    {
        int peak = vector.AbsoluteMaximumIndex();
        double scale = (vector[peak] < 0 ? -1 : 1) / vector.L2Norm();
        return [.. vector.Select(component => (float)(component * scale))];
    }
}
