using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>What came of a batch, or a part of one, when the discriminator learned from it; nothing of it can be differentiated but the fakes.</summary>
/// <param name="Loss">0-dim.</param>
/// <param name="Penalty">0-dim, weighted; null where none was taken.</param>
/// <param name="RealLogits">[N].</param>
/// <param name="FakeLogits">[N].</param>
/// <param name="Fakes">[N, 3, R, R], connected to the generator; null unless they were to be kept and are of a whole batch.</param>
internal sealed record DiscriminatorResult(Tensor Loss, Tensor? Penalty, Tensor RealLogits, Tensor FakeLogits, Tensor? Fakes)
{
    /// <param name="parts">With the share of the batch that each is.</param>
    public static DiscriminatorResult Of(IReadOnlyList<(DiscriminatorResult Result, double Share)> parts) => parts.Count == 1
        ? parts[0].Result
        : new DiscriminatorResult(
            Shares.Sum(parts.Select(part => (part.Result.Loss, part.Share))),
            parts[0].Result.Penalty is null ? null : Shares.Sum(parts.Select(part => (part.Result.Penalty!, part.Share))),
            cat([.. parts.Select(part => part.Result.RealLogits)], 0),
            cat([.. parts.Select(part => part.Result.FakeLogits)], 0),
            null);

    public DiscriminatorResult MoveToOuterDisposeScope()
    {
        Loss.MoveToOuterDisposeScope();
        Penalty?.MoveToOuterDisposeScope();
        RealLogits.MoveToOuterDisposeScope();
        FakeLogits.MoveToOuterDisposeScope();
        Fakes?.MoveToOuterDisposeScope();
        return this;
    }
}
