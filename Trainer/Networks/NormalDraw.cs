using LatentWalk.Core.Randomness;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks;

/// <summary>Normally distributed weights from our own random numbers.</summary>
internal static class NormalDraw
{
    /// <summary>Draws every weight of two dimensions and more of a network; the k-th tensor is a function of (seed, k).</summary>
    /// <param name="firstIndex">k of this network's first tensor, so that two networks draw different numbers.</param>
    /// <param name="deviation">The standard deviation of a tensor by its name and shape.</param>
    public static void Fill(nn.Module network, ulong seed, ulong firstIndex, Func<string, long[], double> deviation)
    {
        using var noGradient = no_grad();
        ulong index = firstIndex;
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (parameter.dim() >= 2)
            {
                var random = new CounterRandom(seed, index, Purpose.Initialise);
                var values = new float[parameter.numel()];
                random.FillNormal(values);
                float scale = (float)deviation(name, parameter.shape);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] *= scale;
                }

                using var drawn = tensor(values, parameter.shape);
                parameter.copy_(drawn);
            }

            index++;
        }
    }
}
