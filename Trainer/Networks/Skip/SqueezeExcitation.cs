using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks.Skip;

/// <summary>One pixel of a whole level, by a convolution 4×4, and of it by a convolution 1×1 what that level decides for all of a picture.</summary>
internal sealed class SqueezeExcitation
{
    private readonly float _slope;
    private readonly Conv2d _squeeze;
    private readonly Conv2d _excite;

    /// <param name="squeeze">Name of the convolution 4×4.</param>
    /// <param name="excite">Name of the convolution 1×1.</param>
    /// <param name="register">Names the modules in the network.</param>
    public SqueezeExcitation(long inputs, long outputs, float slope, string squeeze, string excite, Action<string, nn.Module> register)
    {
        _slope = slope;
        _squeeze = nn.Conv2d(inputs, outputs, 4);
        _excite = nn.Conv2d(outputs, outputs, 1);
        register(squeeze, _squeeze);
        register(excite, _excite);
    }

    /// <summary>[N, inputs, 4, 4] → [N, outputs, 1, 1].</summary>
    public Tensor Call(Tensor level) => _excite.call(Activation.InPlace(_squeeze.call(level), _slope));
}
