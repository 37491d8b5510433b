using LatentWalk.Trainer.Verdicts.Detectors;

namespace LatentWalk.Trainer.Verdicts;

/// <summary>Every detector, each a pure function of the record.</summary>
internal static class RunDetectors
{
    private static readonly IReadOnlyList<Func<RunRecord, Finding?>> s_all =
    [
        Divergence.Find,
        SwappedLabels.Find,
        StuckDiscriminator.Find,
        StuckGenerator.Find,
        Collapse.Find,
        Imbalance.Find,
        Instability.Find,
        Memorising.Find,
        Plateau.Find,
    ];

    /// <summary>All that is wrong now or was, what explains most first.</summary>
    public static IReadOnlyList<Finding> Look(RunRecord run) => run.Lines.Count == 0 && run.Events.Count == 0
        ? []
        : [.. s_all.Select(find => find(run)).OfType<Finding>().OrderBy(finding => finding.Over).ThenBy(finding => Rank(finding, run))];

    // What the configuration itself makes plain explains a collapse; what is only seen is explained by one.
    private static int Rank(Finding finding, RunRecord run)
    {
        bool plain = (finding.Kind == FindingKind.DiscriminatorWins && Imbalance.IsBuiltIn(run.Options))
            || (finding.Kind == FindingKind.Unstable && Instability.TooFast(run.Options) is not null);
        bool onlySeen = finding.Kind == FindingKind.GeneratorStuck && !StuckGenerator.IsFrozen(run.Options);
        return onlySeen ? (2 * (int)FindingKind.Unstable) + 1 : plain ? (2 * (int)FindingKind.Collapsed) - 1 : 2 * (int)finding.Kind;
    }
}
