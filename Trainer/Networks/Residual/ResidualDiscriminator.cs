using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Residual;

/// <summary>A discriminator as <see cref="ResidualStages"/> describes it: the generator's way back.</summary>
internal sealed class ResidualDiscriminator : Discriminator
{
    private readonly ResidualStages _stages;
    private readonly Conv2d _picture;
    private readonly List<(ResidualStage Stage, Conv2d? Change)> _steps = [];
    private readonly Linear _logit;
    private readonly Linear? _classes;

    public ResidualDiscriminator(DiscriminatorSpec spec)
        : base(spec)
    {
        _stages = ResidualStages.Of(spec);
        int end = _stages.ChannelsAt(4);
        register_parameter(ResidualTensors.Basis, new Parameter(ones(end, 4, 4)));
        _picture = nn.Conv2d(spec.Channels, _stages.ChannelsAt(spec.Resolution), 1);
        register_module(ResidualTensors.Picture, _picture);
        foreach (int side in _stages.Sides.Reverse())
        {
            var stage = new ResidualStage(this, _stages, side, spec.LeakySlope);
            Conv2d? change = null;
            if (_stages.ChangesBelow(side))
            {
                change = nn.Conv2d(_stages.ChannelsAt(side), _stages.ChannelsAt(side / 2), 1, bias: false);
                register_module(ResidualTensors.Down(side), change);
            }

            _steps.Add((stage, change));
        }

        _logit = nn.Linear(end, 1);
        register_module(TensorNames.Logit, _logit);
        if (spec.Classes > 0)
        {
            _classes = nn.Linear(end, spec.Classes);
            register_module(TensorNames.ClassLogits, _classes);
        }

        Start.Neutral(this);
    }

    public override void Initialise(ulong seed) => ResidualStart.Fill(this, seed, FirstDraw, _stages.AllBlocks, Spec.LeakySlope, basis: 0.25);

    /// <summary>Pictures [N, 3, R, R] → what the heads look at, [N, channels at 4×4].</summary>
    public override Tensor Features(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = _picture.call(input);
        for (int step = 0; step < _steps.Count; step++)
        {
            var (stage, change) = _steps[step];
            x = stage.Run(x);
            if (step < _steps.Count - 1)
            {
                x = avg_pool2d(x, 2);
                x = change?.call(x) ?? x;
            }
        }

        return (x * get_parameter(ResidualTensors.Basis)!).sum([2, 3]).MoveToOuterDisposeScope();
    }

    public override Tensor Logits(Tensor features)
    {
        using var scope = NewDisposeScope();
        return _logit.call(features).flatten().MoveToOuterDisposeScope();
    }

    public override Tensor ClassLogits(Tensor features) => _classes!.call(features);
}
