using LatentWalk.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks.Skip;

/// <summary>
/// The colours of one picture, chosen once for all of it by the smallest level: each pixel mixes them, and where one has all the say
/// the picture is flat, and of one colour from corner to corner.
/// </summary>
internal sealed class ColourPalette
{
    private readonly long _channels;
    private readonly long _colours;
    private readonly SqueezeExcitation _choose;

    /// <param name="register">Names the modules in the network.</param>
    public ColourPalette(GeneratorSpec spec, Action<string, nn.Module> register)
    {
        _channels = spec.Channels;
        _colours = spec.Palette;
        _choose = new SqueezeExcitation(
            SkipShape.Channels(spec, 1), _channels * _colours, spec.LeakySlope, SkipTensors.PaletteSqueeze, SkipTensors.Palette, register);
    }

    /// <summary>[N, colours, R, R] before softmax, by the smallest level [N, c, 4, 4] → pictures [N, 3, R, R].</summary>
    public Tensor Call(Tensor shares, Tensor smallest)
    {
        long side = shares.size(2);
        var colours = _choose.Call(smallest).view(-1, _channels, _colours);
        return colours.bmm(shares.softmax(1).view(-1, _colours, side * side)).view(-1, _channels, side, side);
    }
}
