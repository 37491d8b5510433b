using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Networks.Skip;

/// <summary>
/// Draws a picture from a discriminator's features (Liu et al. 2021, section 3.2): what cannot be drawn from them the features have
/// lost. Only training has it; nothing else calls it.
/// </summary>
internal sealed class FeatureDecoder
{
    private readonly List<Conv2d> _convolutions = [];
    private readonly float _slope;
    private readonly int _drawn;

    /// <param name="name">Of its convolutions.</param>
    /// <param name="side">Of the features that it has, or has a quarter of.</param>
    /// <param name="shown">Side in pixels of what they are of.</param>
    /// <param name="register">Names the modules in the network.</param>
    public FeatureDecoder(DiscriminatorSpec spec, string name, int side, int shown, Action<string, nn.Module> register)
    {
        _slope = spec.LeakySlope;
        _drawn = SkipShape.DrawnSide(spec, shown);
        int channels = SkipShape.Channels(spec, SkipShape.LevelOf(spec, side));
        int doublings = int.Log2(_drawn / SkipShape.DecodedSide(spec));
        long input = channels;
        for (int layer = 1; layer <= doublings + 1; layer++)
        {
            long output = layer <= doublings ? SkipShape.DecodedChannels(channels, layer) : spec.Channels;
            _convolutions.Add(nn.Conv2d(input, output, 3, padding: 1));
            register(SkipTensors.Decoder(name, layer), _convolutions[^1]);
            input = output;
        }
    }

    /// <summary>Mean absolute difference between what is drawn of features [N, C, s, s] and what they are of, [N, 3, S, S] in [-1, 1].</summary>
    public Tensor Loss(Tensor features, Tensor shown)
    {
        var x = features;
        for (int layer = 0; layer < _convolutions.Count - 1; layer++)
        {
            x = Activation.InPlace(_convolutions[layer].call(interpolate(x, scale_factor: [2, 2])), _slope);
        }

        x = tanh(_convolutions[^1].call(x));
        long scale = shown.size(3) / _drawn;
        return (x - (scale > 1 ? avg_pool2d(shown, scale) : shown)).abs().mean();
    }
}
