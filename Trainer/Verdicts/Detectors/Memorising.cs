namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>
/// Drawn pictures closer to real ones than real ones are to each other. A generator that has learned the data draws none
/// closer than that; one that knows its pictures by heart draws them.
/// </summary>
internal static class Memorising
{
    private const double SomethingDrawn = 0.4;
    private const double Copies = 0.6;
    private const double Closer = 0.95;
    private const double ManyEpochs = 100;
    private const long LeastSteps = 50;

    public static Finding? Find(RunRecord run)
    {
        var nearest = Curve.Of(run.Lines, line => line.Signs?.Nearest);
        var diversity = Curve.Of(run.Lines, line => line.Signs?.Diversity);
        if (nearest.IsEmpty || diversity.Last < SomethingDrawn)
        {
            return null;
        }

        long? since = nearest.Since(value => value < Copies, LeastSteps)
            ?? (run.Epochs >= ManyEpochs ? nearest.Since(value => value < Closer, LeastSteps) : null);
        if (since is null)
        {
            return null;
        }

        var knobs = new List<Knob> { new("data", "DIR", "with more pictures: a few thousand, or at least some hundred") };
        if (run.Options.Augment.Kind == "none")
        {
            knobs.Add(new Knob("augment.kind", "ada", "shows the discriminator each picture in many guises, as many as it takes"));
        }

        if (!run.Options.Data.Mirror)
        {
            knobs.Add(new Knob("mirror", "", "shows each picture mirrored as well"));
        }

        return new Finding
        {
            Kind = FindingKind.Memorising,
            Since = since.Value,
            Seen = $"Drawn pictures are {nearest.Last:0.00} times as far from the nearest real one as real ones are from each other, and each of the {run.Options.Data.Pictures} pictures has been shown {run.Epochs:0} times.",
            Why = $"With {run.Options.Data.Pictures} pictures the discriminator can know each by heart, and the generator then learns to draw just these.",
            Knobs = knobs,
        };
    }
}
