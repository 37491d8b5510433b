using LatentWalk.Core.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks;

/// <summary>The convolutions 3×3 that depth adds behind a layer: each keeps side and filters, with batch norm and activation.</summary>
internal sealed class FurtherConvolutions
{
    private readonly int _layer;
    private readonly Conv2d[] _convolutions;
    private readonly BatchNorm2d?[] _norms;

    public FurtherConvolutions(int layer, long filters, int depth, bool batchNorm, double epsilon)
    {
        _layer = layer;
        _convolutions = new Conv2d[depth];
        _norms = new BatchNorm2d?[depth];
        for (int k = 0; k < depth; k++)
        {
            _convolutions[k] = nn.Conv2d(filters, filters, 3, padding: 1, bias: !batchNorm);
            _norms[k] = batchNorm ? nn.BatchNorm2d(filters, eps: epsilon) : null;
        }
    }

    /// <summary>Gives every module its name in the network that owns it.</summary>
    public void Register(Action<string, nn.Module> register)
    {
        for (int k = 0; k < _convolutions.Length; k++)
        {
            register(TensorNames.Convolution(_layer, k + 1), _convolutions[k]);
            if (_norms[k] is { } norm)
            {
                register(TensorNames.BatchNorm(_layer, k + 1), norm);
            }
        }
    }

    /// <summary>[N, filters, s, s] → the same shape.</summary>
    public Tensor Call(Tensor x, float slope)
    {
        for (int k = 0; k < _convolutions.Length; k++)
        {
            x = _convolutions[k].call(x);
            x = _norms[k]?.call(x) ?? x;
            x = Activation.InPlace(x, slope);
        }

        return x;
    }
}
