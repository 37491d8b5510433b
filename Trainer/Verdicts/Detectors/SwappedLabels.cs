namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>A discriminator that is wrong about nearly everything and yet loses little was taught that drawn is real.</summary>
internal static class SwappedLabels
{
    private const double Wrong = 0.2;
    private const double PartOfChance = 0.75;
    private const long LeastSteps = 50;

    public static Finding? Find(RunRecord run)
    {
        var real = Curve.Of(run.Lines, line => line.AccuracyReal).Since(value => value < Wrong, LeastSteps);
        var fake = Curve.Of(run.Lines, line => line.AccuracyFake).Since(value => value < Wrong, LeastSteps);
        double least = run.Options.Loss.Kind == "wgan" ? 0 : PartOfChance * run.ChanceLoss;
        var loss = Curve.Of(run.Lines, line => line.LossD).Since(value => value < least, LeastSteps);
        if (real is null || fake is null || loss is null)
        {
            return null;
        }

        var last = run.Lines[^1];
        return new Finding
        {
            Kind = FindingKind.LabelsSwapped,
            Since = Math.Max(Math.Max(real.Value, fake.Value), loss.Value),
            Seen = $"The discriminator is right about {last.AccuracyReal:0 %} of the real and {last.AccuracyFake:0 %} of the drawn pictures, and yet its loss is only {last.LossD:0.###}, where knowing nothing costs {run.ChanceLoss:0.##}.",
            Why = "It is taught the wrong way round: real pictures as drawn ones, drawn ones as real.",
            Knobs = [new Knob("loss.kind", run.Options.Loss.Kind == "relativistic" ? "bce" : "relativistic", "is another loss: if the labels are right with it, the first one has its halves swapped")],
        };
    }
}
