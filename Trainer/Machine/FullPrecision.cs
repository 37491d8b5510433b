using static TorchSharp.torch;

namespace LatentWalk.Trainer.Machine;

/// <summary>
/// While it lives, convolutions on a GPU compute in whole float32. Otherwise cuDNN may round what it multiplies to TF32's ten bits of
/// mantissa: good enough to learn with, too coarse to hold an exported network against.
/// </summary>
internal sealed class FullPrecision : IDisposable
{
    private readonly bool _coarse = backends.cudnn.allow_tf32;

    public FullPrecision()
    {
        backends.cudnn.allow_tf32 = false;
    }

    public void Dispose() => backends.cudnn.allow_tf32 = _coarse;
}
