using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks.Residual;

/// <summary>x + what three convolutions make of it: [N, C, s, s] → the same (after ResNeXt: Xie et al. 2017, figure 3).</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _enter;
    private readonly Conv2d _grouped;
    private readonly Conv2d _leave;
    private readonly float _slope;

    public ResidualBlock(long channels, long inner, long groupSize, float slope)
        : base(nameof(ResidualBlock))
    {
        _slope = slope;
        _enter = nn.Conv2d(channels, inner, 1);
        _grouped = nn.Conv2d(inner, inner, 3, padding: 1, groups: inner / groupSize);
        _leave = nn.Conv2d(inner, channels, 1, bias: false);
        register_module(ResidualTensors.Enter, _enter);
        register_module(ResidualTensors.Grouped, _grouped);
        register_module(ResidualTensors.Leave, _leave);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = Activation.InPlace(_enter.call(input), _slope);
        x = Activation.InPlace(_grouped.call(x), _slope);
        return _leave.call(x).add_(input).MoveToOuterDisposeScope();
    }
}
