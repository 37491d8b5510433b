using LatentWalk.Core.Randomness;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks;

/// <summary>Glorot (Xavier) normal initialisation (Glorot and Bengio 2010, equation 12) from our own random numbers.</summary>
internal static class GlorotNormal
{
    /// <summary>Draws every weight of two dimensions and more of a network; the k-th tensor is a function of (seed, k).</summary>
    /// <param name="firstIndex">k of this network's first tensor, so that two networks draw different numbers.</param>
    public static void Fill(nn.Module network, ulong seed, ulong firstIndex)
    {
        using var noGradient = no_grad();
        ulong index = firstIndex;
        foreach (var (_, parameter) in network.named_parameters())
        {
            if (parameter.dim() >= 2)
            {
                var random = new CounterRandom(seed, index, Purpose.Initialise);
                var values = new float[parameter.numel()];
                random.FillNormal(values);
                float deviation = (float)StandardDeviation(parameter.shape);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] *= deviation;
                }

                using var drawn = tensor(values, parameter.shape);
                parameter.copy_(drawn);
            }

            index++;
        }
    }

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
