using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
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
    private readonly float _slope;
    private readonly Conv2d _squeeze;
    private readonly Conv2d _choose;

    /// <param name="register">Names the modules in the network.</param>
    public ColourPalette(GeneratorSpec spec, Action<string, nn.Module> register)
    {
        _channels = spec.Channels;
        _colours = spec.Palette;
        _slope = spec.LeakySlope;
        _squeeze = nn.Conv2d(SkipShape.Channels(spec, 1), _channels * _colours, 4);
        _choose = nn.Conv2d(_channels * _colours, _channels * _colours, 1);
        register(SkipTensors.PaletteSqueeze, _squeeze);
        register(SkipTensors.Palette, _choose);
    }

    /// <summary>[N, colours, R, R] before softmax, by the smallest level [N, c, 4, 4] → pictures [N, 3, R, R].</summary>
    public Tensor Call(Tensor shares, Tensor smallest)
    {
        long side = shares.size(2);
        var colours = _choose.call(Activation.InPlace(_squeeze.call(smallest), _slope)).view(-1, _channels, _colours);
        return colours.bmm(shares.softmax(1).view(-1, _colours, side * side)).view(-1, _channels, side, side);
    }
}
