using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Skip;

/// <summary>Skip-layer excitation (Liu et al. 2021, section 3.1): a small picture decides how much of each channel of a large one passes.</summary>
internal sealed class ChannelGate
{
    private readonly int _pool;
    private readonly float _slope;
    private readonly Conv2d _squeeze;
    private readonly Conv2d _excite;

    /// <param name="level">The level that is gated.</param>
    /// <param name="by">The level that decides.</param>
    /// <param name="register">Names the modules in the network.</param>
    public ChannelGate(GeneratorSpec spec, int level, int by, Action<string, nn.Module> register)
    {
        int channels = SkipShape.Channels(spec, level);
        _pool = SkipShape.Side(by) / 4;
        _slope = spec.LeakySlope;
        _squeeze = nn.Conv2d(SkipShape.Channels(spec, by), channels, 4);
        _excite = nn.Conv2d(channels, channels, 1);
        register(SkipTensors.Squeeze(level), _squeeze);
        register(SkipTensors.Excite(level), _excite);
    }

    /// <summary>[N, C, S, S] by [N, c, s, s] → [N, C, S, S].</summary>
    public Tensor Call(Tensor large, Tensor small)
    {
        var pooled = _pool > 1 ? avg_pool2d(small, _pool) : small;
        var squeezed = Activation.InPlace(_squeeze.call(pooled), _slope);
        return large * sigmoid(_excite.call(squeezed));
    }
}
