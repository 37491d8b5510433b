using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks;

/// <summary>The values a network starts from before <see cref="GlorotNormal"/> draws its weights.</summary>
internal static class Start
{
    /// <summary>Biases and batch norm's β zero, its γ one; TorchSharp draws convolution biases at random otherwise.</summary>
    public static void Neutral(nn.Module network)
    {
        using var noGradient = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (parameter.dim() == 1)
            {
                parameter.fill_(name.EndsWith(".weight", StringComparison.Ordinal) ? 1 : 0);
            }
        }
    }
}
