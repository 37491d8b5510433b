namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>One picture for every latent, or a few of them again and again.</summary>
internal static class Collapse
{
    // A generator that has just begun draws the same grey for all: only what lasts counts, and what does not get better.
    private const long Beginning = 150;
    private const double FewPictures = 0.2;
    private const long LeastSteps = 100;
    private const double Improved = 0.95;
    private const double Narrow = 0.3;

    // Of a discriminator that has won, at the moment of the last line.
    private const double PartOfChance = 0.1;
    private const double Certain = 0.9;

    public static Finding? Find(RunRecord run)
    {
        var diversity = Curve.Of(run.Lines, line => line.Signs?.Diversity);
        var variety = Curve.Of(run.Lines, line => line.Signs?.Variety);
        var distance = Curve.Of(run.Lines, line => line.Signs?.Distance);
        if (diversity.IsEmpty || run.Step < Beginning + LeastSteps)
        {
            return null;
        }

        // What was learned and is lost again, down to nearly one picture, need not have lasted.
        long? fallen = IsNarrow(run) ? Instability.Lost(distance)?.Since : null;
        bool better = distance.Last < Improved * distance.At(run.Step - LeastSteps);
        long? since = diversity.Since(value => value < FewPictures, LeastSteps) ?? variety.Since(value => value < FewPictures, LeastSteps);
        since = better ? fallen : since ?? fallen;
        if (since is null)
        {
            return null;
        }

        var last = run.Lines[^1];
        bool crushed = Curve.Of(run.Lines, line => line.LossD).Last < PartOfChance * run.ChanceLoss && last is { AccuracyReal: > Certain, AccuracyFake: > Certain };
        return new Finding
        {
            Kind = FindingKind.Collapsed,
            Since = since.Value,
            Seen = diversity.Last < Narrow
                ? $"The generator draws nearly the same picture for every latent: they differ {diversity.Last:0 %} as much as the data's do."
                : $"The generator draws a few pictures again and again: each has a twin {variety.Last:0 %} as far away as in the data.",
            Why = crushed
                ? $"The discriminator has won (loss {last.LossD:0.###}, right about {last.AccuracyReal:0 %} of the real and {last.AccuracyFake:0 %} of the drawn pictures), so the generator (loss {last.LossG:0.#}) is told that everything is wrong and not in which direction to go; it has settled on one picture."
                : "To draw one picture that passes is easier than to draw many, and nothing in this recipe makes it pay to differ.",
            Knobs = [.. Rates.AgainstStrongDiscriminator(run.Options)],
        };
    }

    /// <summary>Whether the pictures of the sheet are far less different than those of the data, at the end.</summary>
    public static bool IsNarrow(RunRecord run)
    {
        var diversity = Curve.Of(run.Lines, line => line.Signs?.Diversity);
        return !diversity.IsEmpty && diversity.Last < Narrow;
    }
}
