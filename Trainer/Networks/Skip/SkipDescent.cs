using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Skip;

/// <summary>One level of a discriminator, half the side: the first a convolution, the others the mean of a long way and a short one.</summary>
internal sealed class SkipDescent
{
    private readonly DiscriminatorSpec _spec;
    private readonly Conv2d _convolution;
    private readonly BatchNorm2d? _norm;
    private readonly FurtherConvolutions _further;
    private readonly Conv2d? _direct;
    private readonly BatchNorm2d? _directNorm;

    /// <param name="level">Counted from 1.</param>
    /// <param name="register">Names the modules in the network.</param>
    public SkipDescent(DiscriminatorSpec spec, int level, Action<string, nn.Module> register)
    {
        _spec = spec;
        bool first = level == 1, normed = TensorNames.HasBatchNorm(spec, level);
        int inputs = first ? spec.Channels : SkipShape.Channels(spec, level - 1), outputs = SkipShape.Channels(spec, level);
        _convolution = nn.Conv2d(inputs, outputs, 4, stride: 2, padding: 1, bias: !normed);
        register(TensorNames.Convolution(level), _convolution);
        if (normed)
        {
            _norm = nn.BatchNorm2d(outputs, eps: spec.BatchNormEpsilon);
            register(TensorNames.BatchNorm(level), _norm);
        }

        _further = new FurtherConvolutions(level, outputs, first ? spec.Depth : spec.Depth + 1, spec.BatchNorm, spec.BatchNormEpsilon);
        _further.Register(register);
        if (first)
        {
            return;
        }

        _direct = nn.Conv2d(inputs, outputs, 1, bias: !spec.BatchNorm);
        register(SkipTensors.Direct(level), _direct);
        if (spec.BatchNorm)
        {
            _directNorm = nn.BatchNorm2d(outputs, eps: spec.BatchNormEpsilon);
            register(SkipTensors.DirectNorm(level), _directNorm);
        }
    }

    /// <summary>[N, c, s, s] → [N, C, s / 2, s / 2].</summary>
    public Tensor Call(Tensor x, bool training)
    {
        var down = _convolution.call(x);
        down = Activation.InPlace(_norm?.call(down) ?? down, _spec.LeakySlope);
        down = _further.Call(down, _spec.LeakySlope);
        if (_direct is not null)
        {
            var direct = _direct.call(avg_pool2d(x, 2));
            direct = Activation.InPlace(_directNorm?.call(direct) ?? direct, _spec.LeakySlope);
            down = (down + direct) * 0.5f;
        }

        return _spec.Dropout > 0 ? dropout(down, _spec.Dropout, training) : down;
    }
}
