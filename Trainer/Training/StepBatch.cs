using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>What the networks are taught with in one turn.</summary>
/// <param name="Pictures">Real ones, [N, 3, R, R] float32 in [-1, 1].</param>
/// <param name="Latents">[z, c], [N, zdim + classes] float32.</param>
/// <param name="Classes">Of both halves; null without classes.</param>
internal sealed record StepBatch(Tensor Pictures, Tensor Latents, BatchClasses? Classes)
{
    public long Count => Pictures.size(0);

    /// <summary>Some of its pictures, latents and classes, sharing their memory; itself when that is all.</summary>
    public StepBatch Part(long first, long count) => count == Count
        ? this
        : new StepBatch(
            Pictures.narrow(0, first, count),
            Latents.narrow(0, first, count),
            Classes is null ? null : new BatchClasses(Classes.Real.narrow(0, first, count), Classes.Asked.narrow(0, first, count)));
}
