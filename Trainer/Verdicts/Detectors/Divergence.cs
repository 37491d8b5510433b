using LatentWalk.Trainer.Runs;

namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>Numbers that are not finite, and losses that grew beyond all bounds.</summary>
internal static class Divergence
{
    // Of what a discriminator loses that knows nothing; the exact recipes reach 5 where they fail.
    private const double ManyTimesChance = 30;
    private const double SteepGradient = 1000;
    private const double TimesTheUsualGradient = 100;
    private const long QuietSteps = 200;

    public static Finding? Find(RunRecord run) => NotFinite(run) ?? Explosion(run);

    private static Finding? NotFinite(RunRecord run)
    {
        var told = run.Events.Where(happened => happened.Event is RunEventNames.Rollback or RunEventNames.Diverged).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        bool ended = told[^1].Event == RunEventNames.Diverged;
        return new Finding
        {
            Kind = FindingKind.Diverged,
            Since = told[0].Step,
            Seen = told[^1].Text,
            Why = Why(run),
            Knobs = Knobs(run),
            Over = !ended && run.Step - told[^1].Step >= QuietSteps && Explosion(run) is null,
        };
    }

    private static Finding? Explosion(RunRecord run)
    {
        double[] gradients = [.. run.Lines.Select(line => line.GradientNormD).Order()];
        double usual = gradients.Length == 0 ? 0 : gradients[gradients.Length / 2];
        var burst = run.Lines.FirstOrDefault(line =>
            (run.Options.Loss.Kind != "wgan" && line.LossD > ManyTimesChance * run.ChanceLoss)
            || (line.GradientNormD > SteepGradient && line.GradientNormD > TimesTheUsualGradient * usual));
        if (burst is null)
        {
            return null;
        }

        var distance = Curve.Of(run.Lines, line => line.Signs?.Distance);
        bool over = !distance.IsEmpty && run.Step - burst.Step >= QuietSteps
            && distance.Last <= 1.5 * distance.Points.Where(point => point.Step <= burst.Step).Select(point => point.Value).DefaultIfEmpty(0).Min();
        return new Finding
        {
            Kind = FindingKind.Diverged,
            Since = burst.Step,
            Seen = $"At step {burst.Step} the discriminator's loss was {burst.LossD:0.##} and its gradient norm {burst.GradientNormD:0.#}, where {run.ChanceLoss:0.##} is what knowing nothing costs and {usual:0.#} is usual in this run.",
            Why = Why(run),
            Knobs = Knobs(run),
            Over = over,
        };
    }

    private static string Why(RunRecord run) => Instability.TooFast(run.Options) is { } fast ? fast
        : run.Options.Penalty.Kind == "none" ? "Nothing bounds the discriminator's slope, so one step can be many times too long."
        : "A step was too long for the slope it was taken on: a learning rate that is a little too high, or a rare picture far from all others.";

    private static IReadOnlyList<Knob> Knobs(RunRecord run) => Instability.Slower(run.Options);
}
