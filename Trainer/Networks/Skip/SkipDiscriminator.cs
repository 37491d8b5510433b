using LatentWalk.Core.Networks;
using LatentWalk.Core.Randomness;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks.Skip;

/// <summary>A discriminator as <see cref="SkipShape"/> describes it, with the decoders that it is also judged by.</summary>
internal sealed class SkipDiscriminator : Discriminator
{
    private readonly SkipDescent[] _levels;
    private readonly Linear _logit;
    private readonly Linear? _classes;
    private readonly FeatureDecoder _whole;
    private readonly FeatureDecoder _part;
    private readonly int _side;
    private readonly long _headFeatures;

    public SkipDiscriminator(DiscriminatorSpec spec)
        : base(spec)
    {
        _levels = [.. Enumerable.Range(1, spec.Layers).Select(level => new SkipDescent(spec, level, register_module))];
        _headFeatures = SkipShape.Channels(spec, spec.Layers) * 16;
        _logit = nn.Linear(_headFeatures, 1);
        register_module(TensorNames.Logit, _logit);
        if (spec.Classes > 0)
        {
            _classes = nn.Linear(_headFeatures, spec.Classes);
            register_module(TensorNames.ClassLogits, _classes);
        }

        _side = SkipShape.DecodedSide(spec);
        _whole = new FeatureDecoder(spec, SkipTensors.Whole, _side, spec.Resolution, register_module);
        _part = new FeatureDecoder(spec, SkipTensors.Part, 2 * _side, spec.Resolution / 2, register_module);
        Start.Neutral(this);
    }

    public override void Initialise(ulong seed) => GlorotNormal.Fill(this, seed, FirstDraw);

    /// <summary>Pictures [N, 3, R, R] → what the heads look at and behind it what the decoders do, all in one row for each picture.</summary>
    public override Tensor Features(Tensor input)
    {
        using var scope = NewDisposeScope();
        Tensor? whole = null, part = null;
        var x = input;
        for (int level = 1; level <= _levels.Length; level++)
        {
            x = _levels[level - 1].Call(x, training);
            whole = level == SkipShape.LevelOf(Spec, _side) ? x : whole;
            part = level == SkipShape.LevelOf(Spec, 2 * _side) ? x : part;
        }

        return cat([x.flatten(1), whole!.flatten(1), part!.flatten(1)], 1).MoveToOuterDisposeScope();
    }

    public override Tensor Logits(Tensor features)
    {
        using var scope = NewDisposeScope();
        return _logit.call(features.narrow(1, 0, _headFeatures)).flatten().MoveToOuterDisposeScope();
    }

    public override Tensor ClassLogits(Tensor features)
    {
        using var scope = NewDisposeScope();
        return _classes!.call(features.narrow(1, 0, _headFeatures)).MoveToOuterDisposeScope();
    }

    /// <summary>What the decoders miss of the pictures: of the whole, smaller, and of one quarter that all of the batch have in common.</summary>
    public override Tensor? Reconstruction(Tensor features, Tensor pictures, CounterRandom random)
    {
        using var scope = NewDisposeScope();
        int quarter = random.NextInt32(4);
        long half = Spec.Resolution / 2;
        long wholeChannels = SkipShape.Channels(Spec, SkipShape.LevelOf(Spec, _side));
        long partChannels = SkipShape.Channels(Spec, SkipShape.LevelOf(Spec, 2 * _side));
        long wholeLength = wholeChannels * _side * _side;
        var shown = pictures.detach();
        var whole = features.narrow(1, _headFeatures, wholeLength).reshape(-1, wholeChannels, _side, _side);
        var part = features.narrow(1, _headFeatures + wholeLength, partChannels * 4 * _side * _side).reshape(-1, partChannels, 2 * _side, 2 * _side);
        var loss = _whole.Loss(whole, shown) + _part.Loss(Quarter(part, quarter, _side), Quarter(shown, quarter, half));
        return loss.MoveToOuterDisposeScope();
    }

    private static Tensor Quarter(Tensor x, int quarter, long side) => x.narrow(2, quarter / 2 * side, side).narrow(3, quarter % 2 * side, side);
}
