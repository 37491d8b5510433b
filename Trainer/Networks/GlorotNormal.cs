using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks;

/// <summary>Glorot (Xavier) normal initialisation (Glorot and Bengio 2010, equation 12) from our own random numbers.</summary>
internal static class GlorotNormal
{
    /// <inheritdoc cref="NormalDraw.Fill"/>
    public static void Fill(nn.Module network, ulong seed, ulong firstIndex) =>
        NormalDraw.Fill(network, seed, firstIndex, (_, shape) => StandardDeviation(shape));

    /// <summary>
    /// √(2 / (fan in + fan out)), the fans being channels times the kernel's area. A transposed convolution's weight is
    /// [in, out, k, k] where a convolution's is [out, in, k, k]; the sum is the same.
    /// </summary>
    public static double StandardDeviation(long[] shape)
    {
        long kernelArea = shape.Skip(2).Aggregate(1L, (area, side) => area * side);
        return Math.Sqrt(2.0 / ((shape[0] + shape[1]) * kernelArea));
    }
}
