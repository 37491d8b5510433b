using static TorchSharp.torch;

namespace LatentWalk.Trainer.Losses;

/// <summary>
/// Which part of a batch goes through the networks at once. What a loss or a penalty draws for a picture is that of its place in
/// the whole batch, so that the parts' gradients add up to the whole's.
/// </summary>
/// <param name="First">Index in the batch of the part's first picture.</param>
/// <param name="Pictures">All real pictures of the batch, [N, 3, R, R].</param>
internal sealed record Portion(long First, Tensor Pictures)
{
    /// <summary>Pictures in the whole batch.</summary>
    public long Whole => Pictures.size(0);
}
