using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Dcgan;

/// <summary>
/// A DCGAN generator (Radford et al. 2016): [z, c], [N, zdim + classes] → pictures [N, 3, R, R], in [-1, 1] when it ends in Tanh.
/// The first transposed convolution makes 4×4 of 1×1, every other doubles the side and halves the filters. With depth,
/// convolutions 3×3 follow all but the last.
/// </summary>
internal sealed class DcganGenerator : Generator
{
    private readonly ConvTranspose2d[] _convolutions;
    private readonly BatchNorm2d?[] _norms;
    private readonly FurtherConvolutions[] _further;

    public DcganGenerator(GeneratorSpec spec)
        : base(spec)
    {
        int count = Spec.Layers;
        _convolutions = new ConvTranspose2d[count];
        _norms = new BatchNorm2d?[count];
        _further = new FurtherConvolutions[count - 1];
        long inChannels = Spec.Inputs;
        for (int layer = 1; layer <= count; layer++)
        {
            bool first = layer == 1;
            bool normed = TensorNames.HasBatchNorm(Spec, layer);
            long outChannels = Spec.OutputChannels(layer);
            _convolutions[layer - 1] = nn.ConvTranspose2d(
                inChannels, outChannels, 4, stride: first ? 1 : 2, padding: first ? 0 : 1, bias: !normed);
            register_module(TensorNames.TransposedConvolution(layer), _convolutions[layer - 1]);
            if (normed)
            {
                _norms[layer - 1] = nn.BatchNorm2d(outChannels, eps: Spec.BatchNormEpsilon);
                register_module(TensorNames.BatchNorm(layer), _norms[layer - 1]!);
            }

            if (layer < count)
            {
                _further[layer - 1] = new FurtherConvolutions(layer, outChannels, Spec.Depth, Spec.BatchNorm, Spec.BatchNormEpsilon);
                _further[layer - 1].Register(register_module);
            }

            inChannels = outChannels;
        }

        Start.Neutral(this);
    }

    public override void Initialise(ulong seed) => GlorotNormal.Fill(this, seed, FirstDraw);

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.view(-1, Spec.Inputs, 1, 1);
        for (int layer = 0; layer < _convolutions.Length - 1; layer++)
        {
            x = _convolutions[layer].call(x);
            x = _norms[layer]?.call(x) ?? x;
            x = Activation.InPlace(x, Spec.LeakySlope);
            x = _further[layer].Call(x, Spec.LeakySlope);
        }

        x = _convolutions[^1].call(x);
        x = Spec.Tanh ? tanh(x, inplace: true) : x;
        return x.MoveToOuterDisposeScope();
    }
}
