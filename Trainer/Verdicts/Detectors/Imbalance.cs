using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>A discriminator that wins outright: its loss is at zero, and what it could teach is gone.</summary>
internal static class Imbalance
{
    private const double Certain = 0.98;
    private const double PartOfChance = 0.05;
    private const long LeastSteps = 100;

    // Lines that a point is the median of: one that has won is now and then wrong about a batch, and has not lost for that.
    private const int Window = 21;

    public static Finding? Find(RunRecord run)
    {
        if (run.Options.Loss.Kind == "wgan")
        {
            // A critic has nothing to win: the further apart both halves are, the better it has measured.
            return null;
        }

        var real = Curve.Of(run.Lines, line => line.AccuracyReal, Window).Since(value => value >= Certain, LeastSteps);
        var fake = Curve.Of(run.Lines, line => line.AccuracyFake, Window).Since(value => value >= Certain, LeastSteps);
        var loss = Curve.Of(run.Lines, line => line.LossD, Window).Since(value => value < PartOfChance * run.ChanceLoss, LeastSteps);
        if (real is null || fake is null || loss is null || (Improving(run) && !(IsBuiltIn(run.Options) && run.Options.Penalty.Kind == "none")))
        {
            return null;
        }

        var last = run.Lines[^1];
        double wider = (double)run.Options.Discriminator.Width / run.Options.Generator.Width;
        double faster = Rates.Discriminator(run.Options) / Rates.Generator(run.Options);
        return new Finding
        {
            Kind = FindingKind.DiscriminatorWins,
            Since = Math.Max(Math.Max(real.Value, fake.Value), loss.Value),
            Seen = $"The discriminator is right about every picture at a loss of {last.LossD:0.####} (knowing nothing costs {run.ChanceLoss:0.##}); the generator's loss is {last.LossG:0.#}.",
            Why = wider >= 2 ? $"It is {wider:0.#} times as wide as the generator, which cannot keep up."
                : faster >= 2 ? $"It learns {faster:0.#} times as fast as the generator, which cannot keep up."
                : "It learns faster than the generator can follow, and when it is certain it teaches nothing.",
            Knobs = [.. Rates.AgainstStrongDiscriminator(run.Options)],
        };
    }

    /// <summary>Whether the discriminator was made much the stronger one.</summary>
    public static bool IsBuiltIn(TrainingOptions options) => options.Discriminator.Width >= 2 * options.Generator.Width;

    /// <summary>
    /// A discriminator may be certain for a while as long as the pictures get better; but one that is made the stronger, and that no
    /// penalty holds back, does not come back from there.
    /// </summary>
    private static bool Improving(RunRecord run)
    {
        var distance = Curve.Of(run.Lines, line => line.Signs?.Distance);
        return !distance.IsEmpty && distance.Last < 0.8 * distance.At(run.Step - LeastSteps);
    }
}
