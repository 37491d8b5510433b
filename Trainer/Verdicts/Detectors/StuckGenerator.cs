using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>The fixed latents' pictures stay as they are, far from the data.</summary>
internal static class StuckGenerator
{
    private const double Far = 0.25;
    private const double Still = 0.005;
    private const double SomethingDrawn = 0.03;
    private const long Steps = 150;
    private const int LeastPoints = 8;

    public static Finding? Find(RunRecord run)
    {
        var distance = Curve.Of(run.Lines, line => line.Signs?.Distance);
        var diversity = Curve.Of(run.Lines, line => line.Signs?.Diversity);
        if (distance.IsEmpty || distance.Last < Far || diversity.Last < SomethingDrawn || !IsStill(distance) || !IsStill(diversity))
        {
            return null;
        }

        double rate = Rates.Generator(run.Options);
        bool frozen = IsFrozen(run.Options);
        return new Finding
        {
            Kind = FindingKind.GeneratorStuck,
            Since = distance.Latest(Steps)[0].Step,
            Seen = $"The pictures of the sheet have not changed for {Steps} steps and are far from the data (distance {distance.Last:0.##} of a gap that begins at about 1).",
            Why = frozen ? $"The generator hardly learns: its learning rate is {rate:G3}, the discriminator's {Rates.Discriminator(run.Options):G3}." : "No gradient reaches the generator.",
            Knobs = frozen
                ? [new Knob("generatorOptimizer.learningRate", Rates.Discriminator(run.Options), "lets the generator learn as fast as the discriminator")]
                : [.. Rates.AgainstStrongDiscriminator(run.Options)],
        };
    }

    /// <summary>Whether its learning rate alone says that it cannot move.</summary>
    public static bool IsFrozen(TrainingOptions options) => Rates.Generator(options) < Rates.Discriminator(options) / 50;

    private static bool IsStill(Curve curve)
    {
        var latest = curve.Latest(Steps);
        return latest.Count >= LeastPoints && latest[^1].Step - latest[0].Step >= Steps / 2
            && latest.Max(point => point.Value) - latest.Min(point => point.Value) < Still * curve.Last;
    }
}
