using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Dcgan;

/// <summary>
/// A DCGAN discriminator (Radford et al. 2016): pictures [N, 3, R, R] → logits [N], without a sigmoid.
/// Every convolution halves the side, all but the first double the filters, until 4×4 is left for one linear layer.
/// With depth, convolutions 3×3 follow each of them.
/// </summary>
internal sealed class DcganDiscriminator : Discriminator
{
    private readonly Conv2d[] _convolutions;
    private readonly BatchNorm2d?[] _norms;
    private readonly FurtherConvolutions[] _further;
    private readonly Linear _logit;
    private readonly Linear? _classes;

    public DcganDiscriminator(DiscriminatorSpec spec)
        : base(spec)
    {
        int count = Spec.Layers;
        _convolutions = new Conv2d[count];
        _norms = new BatchNorm2d?[count];
        _further = new FurtherConvolutions[count];
        long inChannels = Spec.Channels;
        for (int layer = 1; layer <= count; layer++)
        {
            bool normed = TensorNames.HasBatchNorm(Spec, layer);
            long outChannels = Spec.OutputChannels(layer);
            _convolutions[layer - 1] = nn.Conv2d(inChannels, outChannels, 4, stride: 2, padding: 1, bias: !normed);
            register_module(TensorNames.Convolution(layer), _convolutions[layer - 1]);
            if (normed)
            {
                _norms[layer - 1] = nn.BatchNorm2d(outChannels, eps: Spec.BatchNormEpsilon);
                register_module(TensorNames.BatchNorm(layer), _norms[layer - 1]!);
            }

            _further[layer - 1] = new FurtherConvolutions(layer, outChannels, Spec.Depth, Spec.BatchNorm, Spec.BatchNormEpsilon);
            _further[layer - 1].Register(register_module);
            inChannels = outChannels;
        }

        _logit = nn.Linear(inChannels * 4 * 4, 1);
        register_module(TensorNames.Logit, _logit);
        if (Spec.Classes > 0)
        {
            _classes = nn.Linear(inChannels * 4 * 4, Spec.Classes);
            register_module(TensorNames.ClassLogits, _classes);
        }

        Start.Neutral(this);
    }

    public override void Initialise(ulong seed) => GlorotNormal.Fill(this, seed, FirstDraw);

    /// <summary>Pictures [N, 3, R, R] → what both heads look at, [N, 16 · filters of the last convolution].</summary>
    public override Tensor Features(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input;
        for (int layer = 0; layer < _convolutions.Length; layer++)
        {
            x = _convolutions[layer].call(x);
            x = _norms[layer]?.call(x) ?? x;
            x = Activation.InPlace(x, Spec.LeakySlope);
            x = _further[layer].Call(x, Spec.LeakySlope);
            x = Spec.Dropout > 0 ? dropout(x, Spec.Dropout, training) : x;
        }

        return x.flatten(1).MoveToOuterDisposeScope();
    }

    public override Tensor Logits(Tensor features)
    {
        using var scope = NewDisposeScope();
        return _logit.call(features).flatten().MoveToOuterDisposeScope();
    }

    public override Tensor ClassLogits(Tensor features) => _classes!.call(features);
}
