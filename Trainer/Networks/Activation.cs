using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks;

/// <summary>ReLU or LeakyReLU by its slope below zero, in place: neither a convolution nor batch norm needs its own output for its gradient.</summary>
internal static class Activation
{
    public static Tensor InPlace(Tensor x, float slope) => slope == 0 ? relu(x, inplace: true) : leaky_relu(x, slope, inplace: true);
}
