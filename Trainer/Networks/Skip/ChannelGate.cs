using LatentWalk.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Skip;

/// <summary>Skip-layer excitation (Liu et al. 2021, section 3.1): a small picture decides how much of each channel of a large one passes.</summary>
internal sealed class ChannelGate
{
    private readonly int _pool;
    private readonly SqueezeExcitation _decide;

    /// <param name="level">The level that is gated.</param>
    /// <param name="by">The level that decides.</param>
    /// <param name="register">Names the modules in the network.</param>
    public ChannelGate(GeneratorSpec spec, int level, int by, Action<string, nn.Module> register)
    {
        _pool = SkipShape.Side(by) / 4;
        _decide = new SqueezeExcitation(
            SkipShape.Channels(spec, by), SkipShape.Channels(spec, level), spec.LeakySlope, SkipTensors.Squeeze(level), SkipTensors.Excite(level), register);
    }

    /// <summary>[N, C, S, S] by [N, c, s, s] → [N, C, S, S].</summary>
    public Tensor Call(Tensor large, Tensor small)
    {
        var pooled = _pool > 1 ? avg_pool2d(small, _pool) : small;
        return large * sigmoid(_decide.Call(pooled));
    }
}
