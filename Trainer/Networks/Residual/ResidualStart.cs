using LatentWalk.Core.Networks;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks.Residual;

/// <summary>
/// How a residual network without normalisation begins, after Fixup (Zhang et al. 2019, section 3): the last convolution of each
/// block is zero, so that at first every block hands on what it gets; those before it are He normal, shrunk by
/// L^(-1 / (2m - 2)) for L blocks of m = 3 layers. All else keeps the variance.
/// </summary>
internal static class ResidualStart
{
    private const string BlockPrefix = "block";

    /// <param name="network">Its tensors are named by <see cref="ResidualTensors"/>.</param>
    /// <param name="blocks">L.</param>
    /// <param name="slope">Of LeakyReLU.</param>
    /// <param name="basis">Standard deviation of the basis.</param>
    public static void Fill(nn.Module network, ulong seed, ulong firstIndex, int blocks, double slope, double basis)
    {
        double gain = Math.Sqrt(2 / (1 + (slope * slope))) * Math.Pow(blocks, -0.25);
        NormalDraw.Fill(network, seed, firstIndex, (name, shape) =>
            name == ResidualTensors.Basis ? basis
            : !name.StartsWith(BlockPrefix, StringComparison.Ordinal) ? KeepingVariance(shape)
            : name.EndsWith(ResidualTensors.Leave + TensorNames.Weight, StringComparison.Ordinal) ? 0
            : gain * KeepingVariance(shape));
    }

    /// <summary>√(1 / inputs of an output).</summary>
    private static double KeepingVariance(long[] shape) => Math.Sqrt(1.0 / shape.Skip(1).Aggregate(1L, (product, side) => product * side));
}
