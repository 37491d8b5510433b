namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>The generator fools the discriminator ever more surely, and no loss tells the discriminator to do anything about it.</summary>
internal static class StuckDiscriminator
{
    private const double Fooled = 0.05;
    private const double TimesChance = 1.3;
    private const double GeneratorHasWon = 0.1;
    private const long LeastSteps = 80;

    public static Finding? Find(RunRecord run)
    {
        var fake = Curve.Of(run.Lines, line => line.AccuracyFake).Since(value => value < Fooled, LeastSteps);
        var loss = Curve.Of(run.Lines, line => line.LossD).Since(value => value > TimesChance * run.ChanceLoss, LeastSteps);
        var generator = run.Options.Loss.Kind is "bce" or "relativistic"
            ? Curve.Of(run.Lines, line => line.LossG).Since(value => value < GeneratorHasWon, LeastSteps / 2)
            : fake;
        if (fake is null || loss is null || generator is null)
        {
            return null;
        }

        var last = run.Lines[^1];
        double rate = Rates.Discriminator(run.Options);
        bool frozen = rate < Rates.Generator(run.Options) / 50;
        return new Finding
        {
            Kind = FindingKind.DiscriminatorStuck,
            Since = Math.Max(fake.Value, loss.Value),
            Seen = $"The discriminator takes {1 - last.AccuracyFake:0 %} of the drawn pictures for real and its loss grows (now {last.LossD:0.##}; knowing nothing costs {run.ChanceLoss:0.##}), while the generator's has gone to {last.LossG:0.###}.",
            Why = frozen
                ? $"The discriminator hardly learns: its learning rate is {rate:G3}, the generator's {Rates.Generator(run.Options):G3}. Fooling it no longer means drawing better."
                : "The discriminator does not learn from its mistakes, so that fooling it no longer means drawing better.",
            Knobs = frozen
                ? [new Knob("discriminatorOptimizer.learningRate", Rates.Generator(run.Options), "lets the discriminator learn as fast as the generator")]
                : [Rates.TurnDiscriminator(run.Options, 2), Rates.TurnGenerator(run.Options, 0.5)],
        };
    }
}
