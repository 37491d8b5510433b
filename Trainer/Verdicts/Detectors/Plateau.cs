namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>No better for a long time, by the best measure that the log has.</summary>
internal static class Plateau
{
    private const double Better = 0.97;

    /// <summary>Signs are too coarse to see the last of the learning: they need more patience.</summary>
    public const long PatienceOfSigns = 4000;

    public static Finding? Find(RunRecord run)
    {
        var (name, curve, patience) = Measure(run);
        if (curve.IsEmpty || run.Step < 2 * patience)
        {
            return null;
        }

        // The best so far, moved only by what is better by more than the measure's own noise.
        var best = curve.Points[0];
        foreach (var point in curve.Points)
        {
            if (point.Value < best.Value * Better)
            {
                best = point;
            }
        }

        return run.Step - best.Step < patience ? null : new Finding
        {
            Kind = FindingKind.Plateau,
            Since = best.Step,
            Seen = $"The {name} was {best.Value:0.####} at step {best.Step} and has not been clearly lower in the {run.Step - best.Step} steps since.",
            Why = "These networks have learned what they can from these pictures with these rates.",
            Knobs = [],
        };
    }

    /// <summary>The lower, the better.</summary>
    internal static (string Name, Curve Curve, long Patience) Measure(RunRecord run) =>
        ("distance to the data", Curve.Of(run.Lines, line => line.Signs?.Distance), PatienceOfSigns);
}
