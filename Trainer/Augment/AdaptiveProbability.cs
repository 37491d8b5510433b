using LatentWalk.Trainer.Options;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Augment;

/// <summary>
/// The chance of each change as ADA steers it (Karras et al. 2020, section 3): up while the discriminator is too sure of real
/// pictures, a sign of learning them by heart, and down while it is not. It lives on the device, so that nothing waits for it.
/// </summary>
internal sealed class AdaptiveProbability : IDisposable
{
    /// <summary>Batches between two moves.</summary>
    private const int Every = 4;

    /// <summary>Changes made more often begin to show in what is generated (section 2).</summary>
    private const double Most = 0.8;

    private readonly double _target;
    private readonly double _move;

    public AdaptiveProbability(AugmentOptions options, int batch, Device device)
    {
        _target = options.Target;
        _move = (double)Every * batch / options.AdaptImages;
        Value = tensor((float)options.Start, device).DetachFromDisposeScope();
        Signs = tensor(0f, device).DetachFromDisposeScope();
    }

    /// <summary>0-dim float32.</summary>
    public Tensor Value { get; }

    /// <summary>0-dim float32: mean signs of real logits, added up since the last move.</summary>
    public Tensor Signs { get; }

    /// <param name="turn">Of the discriminator, from 1 on.</param>
    /// <param name="realAccuracy">0-dim: share of the real batch that it told right, a = (1 + mean sign) / 2.</param>
    public void Look(long turn, Tensor realAccuracy)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        Signs.add_((realAccuracy * 2) - 1);
        if (turn % Every == 0)
        {
            Value.copy_((Value + (((Signs / Every) - _target).sign() * _move)).clamp(0, Most));
            Signs.fill_(0);
        }
    }

    public void Dispose()
    {
        Value.Dispose();
        Signs.Dispose();
    }
}
