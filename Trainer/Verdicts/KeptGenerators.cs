using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Trainer.Verdicts;

/// <summary>The generators of a run that are there to export, each step once.</summary>
internal static class KeptGenerators
{
    public static IReadOnlyList<(long Step, string Path)> Of(string runFolder) =>
    [
        .. CommittedCheckpoints.Of(runFolder).Select(checkpoint => (checkpoint.Step, checkpoint.Path))
            .Concat(GeneratorHistory.Of(runFolder))
            .DistinctBy(generator => generator.Step)
            .OrderBy(generator => generator.Step),
    ];
}
