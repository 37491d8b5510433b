using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>What was learned gets lost, or losses jump about under a learning rate that no recipe uses.</summary>
internal static class Instability
{
    private const double Worse = 2.5;
    private const double WorseBy = 0.1;
    private const double Rough = 0.35;
    private const int RoughPoints = 20;
    private const long LeastSteps = 40;

    public static Finding? Find(RunRecord run)
    {
        var distance = Curve.Of(run.Lines, line => line.Signs?.Distance);
        if (Lost(distance) is { } lost && (TooFast(run.Options) is not null || !Collapse.IsNarrow(run)))
        {
            return new Finding
            {
                Kind = FindingKind.Unstable,
                Since = lost.Since,
                Seen = $"The pictures were closest to the data at step {lost.BestStep} (distance {lost.Best:0.###}) and are at {distance.Last:0.###} now: what was learned is being lost.",
                Why = TooFast(run.Options) ?? "Both networks chase each other faster than they learn.",
                Knobs = Slower(run.Options),
            };
        }

        return TooFast(run.Options) is { } fast && Roughness(run) is { } rough && rough > Rough
            ? new Finding
            {
                Kind = FindingKind.Unstable,
                Since = run.Lines[^RoughPoints].Step,
                Seen = $"The discriminator's loss changes {Math.Exp(rough):0.0}-fold from one line of the log to the next.",
                Why = fast,
                Knobs = Slower(run.Options),
            }
            : null;
    }

    /// <summary>A sentence where a learning rate is far above any that works; null where none is.</summary>
    public static string? TooFast(TrainingOptions options)
    {
        var (generator, discriminator) = (Rates.Generator(options), Rates.Discriminator(options));
        double most = Math.Max(generator, discriminator);
        string whose = generator >= Rates.Usual && discriminator >= Rates.Usual ? "Both learning rates are" : generator >= Rates.Usual ? "The generator's learning rate is" : "The discriminator's learning rate is";
        return most < Rates.Usual ? null : $"{whose} far too high: {most:G3}, where the presets have {Rates.OfPresets.Lowest:G3} to {Rates.OfPresets.Highest:G3}.";
    }

    /// <summary>Learning rates that work where one is out of bounds, else half of those of now.</summary>
    public static IReadOnlyList<Knob> Slower(TrainingOptions options)
    {
        var knobs = new List<Knob>();
        if (Rates.Discriminator(options) >= Rates.Usual)
        {
            knobs.Add(new Knob("discriminatorOptimizer.learningRate", 2e-4, "is what the presets learn with"));
        }

        if (Rates.Generator(options) >= Rates.Usual)
        {
            knobs.Add(new Knob("generatorOptimizer.learningRate", 2e-4, "is what the presets learn with"));
        }

        return knobs.Count > 0 ? knobs : [Rates.TurnDiscriminator(options, 0.5), Rates.TurnGenerator(options, 0.5)];
    }

    /// <summary>Since when the pictures are far further from the data than at their best; null where they are not.</summary>
    public static (long Since, long BestStep, double Best)? Lost(Curve distance)
    {
        if (distance.IsEmpty)
        {
            return null;
        }

        var best = distance.Points.MinBy(point => point.Value);
        return distance.Since(value => value > Math.Max(0, best.Value) * Worse && value > best.Value + WorseBy, LeastSteps) is { } since && since > best.Step
            ? (since, best.Step, best.Value)
            : null;
    }

    private static double? Roughness(RunRecord run)
    {
        if (run.Lines.Count <= RoughPoints)
        {
            return null;
        }

        double[] changes = [.. run.Lines.TakeLast(RoughPoints + 1).Zip(run.Lines.TakeLast(RoughPoints), (a, b) => Math.Abs(Math.Log(Math.Max(1e-9, Math.Abs(b.LossD)) / Math.Max(1e-9, Math.Abs(a.LossD))))).Order()];
        return changes[changes.Length / 2];
    }
}
