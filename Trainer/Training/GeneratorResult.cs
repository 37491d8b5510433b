using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>What came of a batch, or a part of one, when the generator learned from it; nothing of it can be differentiated.</summary>
/// <param name="Loss">0-dim.</param>
/// <param name="ClassAccuracy">0-dim, the share in which the discriminator sees the class that was asked for; null without classes.</param>
internal sealed record GeneratorResult(Tensor Loss, Tensor? ClassAccuracy)
{
    /// <param name="parts">With the share of the batch that each is.</param>
    public static GeneratorResult Of(IReadOnlyList<(GeneratorResult Result, double Share)> parts) => parts.Count == 1
        ? parts[0].Result
        : new GeneratorResult(
            Shares.Sum(parts.Select(part => (part.Result.Loss, part.Share))),
            parts[0].Result.ClassAccuracy is null ? null : Shares.Sum(parts.Select(part => (part.Result.ClassAccuracy!, part.Share))));

    public GeneratorResult MoveToOuterDisposeScope()
    {
        Loss.MoveToOuterDisposeScope();
        ClassAccuracy?.MoveToOuterDisposeScope();
        return this;
    }
}
