using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts.Detectors;

namespace LatentWalk.Trainer.Verdicts;

/// <summary>What a run has come to, in plain words.</summary>
internal sealed record Verdict
{
    private const long Beginning = 150;
    private const double HardlyLike = 0.5;

    /// <summary>Null where nothing is wrong.</summary>
    public required FindingKind? Kind { get; init; }

    /// <summary>A few words, as over a page.</summary>
    public required string Headline { get; init; }

    /// <summary>Whole sentences.</summary>
    public required string Text { get; init; }

    /// <summary>What explains most first; those that are over at the end.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Null where no generator is kept.</summary>
    public required ExportAdvice? Export { get; init; }

    /// <param name="kept">The generators that can be exported.</param>
    public static Verdict Of(RunRecord run, IReadOnlyList<(long Step, string Path)> kept)
    {
        var findings = RunDetectors.Look(run);
        var main = findings.FirstOrDefault(finding => !finding.Over);
        return new Verdict
        {
            Kind = main?.Kind,
            Headline = main is null ? run.Step < Beginning ? "Starting" : "Learning" : Name(main),
            Text = main is null ? Progress(run) : $"{main.Seen} {main.Why}",
            Findings = findings,
            Export = Advise(run, findings, kept),
        };
    }

    /// <summary>A few words for a finding.</summary>
    public static string Name(Finding finding) => finding.Kind switch
    {
        FindingKind.Diverged => "Diverged",
        FindingKind.LabelsSwapped => "Labels swapped",
        FindingKind.DiscriminatorStuck => "Unbalanced: the discriminator does not learn",
        FindingKind.GeneratorStuck => "Unbalanced: the generator does not learn",
        FindingKind.DiscriminatorWins => "Unbalanced: the discriminator wins",
        FindingKind.Collapsed => "Collapsed",
        FindingKind.Unstable => "Unstable",
        FindingKind.Memorising => "Memorising",
        _ => $"Plateau since step {finding.Since}",
    };

    private static string Progress(RunRecord run)
    {
        var signs = run.Lines.Where(line => line.Signs is not null).ToList();
        if (run.Step < Beginning || signs.Count == 0)
        {
            return run.Lines.Count == 0 ? "Nothing has been told yet." : $"Too early to tell: a run shows what it is about after {Beginning} steps.";
        }

        var (first, last) = (signs[0], signs[^1]);
        return $"The pictures' distance to the data went from {first.Signs!.Distance:0.##} at step {first.Step} to {last.Signs!.Distance:0.###} at step {last.Step}; "
            + $"they are {last.Signs.Diversity:0 %} as diverse as the data, and none of the usual troubles shows{Before(run)}.";
    }

    /// <summary>A run that has come out of trouble is not passed off as one that had none.</summary>
    private static string Before(RunRecord run)
    {
        var warnings = run.Events.Where(happened => RunEventNames.IsWarning(happened.Event)).ToList();
        return warnings.Count == 0 ? "" : $" now; there was a warning at step {string.Join(", ", warnings.Select(warning => warning.Step).Distinct())}";
    }

    private static ExportAdvice? Advise(RunRecord run, IReadOnlyList<Finding> findings, IReadOnlyList<(long Step, string Path)> kept)
    {
        if (kept.Count == 0)
        {
            return null;
        }

        var newest = kept.MaxBy(generator => generator.Step);
        var (name, curve, _, noise) = Plateau.Measure(run);
        if (curve.IsEmpty)
        {
            return new ExportAdvice(newest.Step, newest.Path, "the newest; nothing in the log tells which is best", true);
        }

        // Copies score well, so that steps which draw them do not count.
        long copiesSince = findings.FirstOrDefault(finding => finding.Kind == FindingKind.Memorising)?.Since ?? long.MaxValue;
        var candidates = kept.Where(generator => generator.Step >= curve.Points[0].Step && generator.Step < copiesSince).ToList();
        if (candidates.Count == 0)
        {
            return new ExportAdvice(newest.Step, newest.Path, "the newest; none was kept from before the trouble began", false);
        }

        double least = candidates.Min(generator => curve.At(generator.Step));
        var best = candidates.Where(generator => curve.At(generator.Step) <= least + Plateau.NoiseAt(least, noise)).MaxBy(generator => generator.Step);
        double value = curve.At(best.Step);
        return new ExportAdvice(
            best.Step, best.Path, best.Step == newest.Step ? $"the newest, and the best by its {name} ({value:0.####})" : $"the best by its {name} ({value:0.####}; the newest has {curve.At(newest.Step):0.####})",
            IsWorthwhile(run, best.Step));
    }

    /// <summary>Whether the pictures of a step are clearly nearer to the data than to noise.</summary>
    private static bool IsWorthwhile(RunRecord run, long step)
    {
        var distance = Curve.Of(run.Lines, line => line.Signs?.Distance);
        return distance.IsEmpty || distance.At(step) < HardlyLike;
    }
}
