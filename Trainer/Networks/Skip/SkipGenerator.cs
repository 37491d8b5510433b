using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Skip;

/// <summary>A generator as <see cref="SkipShape"/> describes it: [z, c], [N, zdim + classes] → pictures [N, 3, R, R].</summary>
internal sealed class SkipGenerator : Generator
{
    private readonly ConvTranspose2d _first;
    private readonly Conv2d?[] _convolutions;
    private readonly BatchNorm2d?[] _norms;
    private readonly FurtherConvolutions[] _further;
    private readonly ChannelGate?[] _gates;
    private readonly ColourPalette? _palette;
    private readonly Conv2d _picture;

    public SkipGenerator(GeneratorSpec spec)
        : base(spec)
    {
        _convolutions = new Conv2d?[spec.Layers];
        _norms = new BatchNorm2d?[spec.Layers];
        _further = new FurtherConvolutions[spec.Layers];
        _gates = new ChannelGate?[spec.Layers];
        _first = nn.ConvTranspose2d(spec.Inputs, SkipShape.Channels(spec, 1), 4, bias: !spec.BatchNorm);
        for (int level = 1; level <= spec.Layers; level++)
        {
            int channels = SkipShape.Channels(spec, level);
            if (level == 1)
            {
                register_module(TensorNames.TransposedConvolution(1), _first);
            }
            else
            {
                _convolutions[level - 1] = nn.Conv2d(SkipShape.Channels(spec, level - 1), channels, 3, padding: 1, bias: !spec.BatchNorm);
                register_module(TensorNames.Convolution(level), _convolutions[level - 1]!);
            }

            if (spec.BatchNorm)
            {
                _norms[level - 1] = nn.BatchNorm2d(channels, eps: spec.BatchNormEpsilon);
                register_module(TensorNames.BatchNorm(level), _norms[level - 1]!);
            }

            _further[level - 1] = new FurtherConvolutions(level, channels, spec.Depth, spec.BatchNorm, spec.BatchNormEpsilon);
            _further[level - 1].Register(register_module);
            _gates[level - 1] = SkipShape.GatedBy(spec, level) is > 0 and var by ? new ChannelGate(spec, level, by, register_module) : null;
        }

        _palette = spec.Palette > 0 ? new ColourPalette(spec, register_module) : null;
        _picture = nn.Conv2d(SkipShape.Channels(spec, spec.Layers), SkipShape.Drawn(spec), 3, padding: 1);
        register_module(SkipTensors.Picture, _picture);
        Start.Neutral(this);
    }

    public override void Initialise(ulong seed) => GlorotNormal.Fill(this, seed, FirstDraw);

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var levels = new Tensor[Spec.Layers];
        var x = input.view(-1, Spec.Inputs, 1, 1);
        for (int level = 0; level < levels.Length; level++)
        {
            x = _convolutions[level]?.call(interpolate(x, scale_factor: [2, 2])) ?? _first.call(x);
            x = _norms[level]?.call(x) ?? x;
            x = Activation.InPlace(x, Spec.LeakySlope);
            x = _further[level].Call(x, Spec.LeakySlope);
            x = _gates[level]?.Call(x, levels[SkipShape.GatedBy(Spec, level + 1) - 1]) ?? x;
            levels[level] = x;
        }

        x = _picture.call(x);
        x = _palette?.Call(x, levels[0]) ?? x;
        x = Spec.Tanh ? tanh(x, inplace: true) : x;
        return x.MoveToOuterDisposeScope();
    }
}
