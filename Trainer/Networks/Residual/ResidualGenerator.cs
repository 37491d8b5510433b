using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Residual;

/// <summary>A generator as <see cref="ResidualStages"/> describes it.</summary>
internal sealed class ResidualGenerator : Generator
{
    private readonly ResidualStages _stages;
    private readonly Linear _latent;
    private readonly List<(Conv2d? Change, ResidualStage Stage)> _steps = [];
    private readonly Conv2d _picture;

    public ResidualGenerator(GeneratorSpec spec)
        : base(spec)
    {
        _stages = ResidualStages.Of(spec);
        int start = _stages.ChannelsAt(4);
        register_parameter(ResidualTensors.Basis, new Parameter(ones(start, 4, 4)));
        _latent = nn.Linear(spec.Inputs, start, hasBias: false);
        register_module(ResidualTensors.Latent, _latent);
        foreach (int side in _stages.Sides)
        {
            Conv2d? change = null;
            if (_stages.ChangesBelow(side))
            {
                change = nn.Conv2d(_stages.ChannelsAt(side / 2), _stages.ChannelsAt(side), 1, bias: false);
                register_module(ResidualTensors.Up(side), change);
            }

            _steps.Add((change, new ResidualStage(this, _stages, side, spec.LeakySlope)));
        }

        _picture = nn.Conv2d(_stages.ChannelsAt(spec.Resolution), spec.Channels, 1);
        register_module(ResidualTensors.Picture, _picture);
        Start.Neutral(this);
    }

    public override void Initialise(ulong seed) => ResidualStart.Fill(this, seed, FirstDraw, _stages.AllBlocks, Spec.LeakySlope, basis: 1);

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = _latent.call(input).view(-1, _stages.ChannelsAt(4), 1, 1) * get_parameter(ResidualTensors.Basis)!;
        for (int step = 0; step < _steps.Count; step++)
        {
            var (change, stage) = _steps[step];
            if (step > 0)
            {
                // A 1×1 convolution and the interpolation may change places; before it there are a quarter of the pixels.
                x = change?.call(x) ?? x;
                x = interpolate(x, scale_factor: [2, 2], mode: InterpolationMode.Bilinear, align_corners: false);
            }

            x = stage.Run(x);
        }

        x = _picture.call(x);
        x = Spec.Tanh ? tanh(x, inplace: true) : x;
        return x.MoveToOuterDisposeScope();
    }
}
