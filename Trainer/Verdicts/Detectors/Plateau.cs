using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Verdicts.Detectors;

/// <summary>
/// No better for a long time, by the best measure that the log has. As long as learning rates fall over the run it is early to say:
/// pictures grow calm to the very end.
/// </summary>
internal static class Plateau
{
    // Less than this part of a value is the measure's own noise.
    private const double NoisePart = 0.03;
    private const double NoiseOfSigns = 0.002;
    private const double NoiseOfFeatures = 0.0003;

    private const long Patience = 2000;

    // Signs are too coarse to see the last of the learning.
    private const long PatienceOfSigns = 5000;
    private const int LeastMeasurements = 3;
    private const int SmoothedMeasurements = 3;

    public static Finding? Find(RunRecord run)
    {
        var (name, curve, patience, noise) = Measure(run);
        if (curve.IsEmpty || run.Step < 2 * patience)
        {
            return null;
        }

        // The best so far, moved only by what is better by more than the measure's own noise.
        var best = curve.Points[0];
        foreach (var point in curve.Points)
        {
            if (point.Value < best.Value - NoiseAt(best.Value, noise))
            {
                best = point;
            }
        }

        return run.Step - Math.Max(best.Step, StepOfLastRates(run.Options)) < patience ? null : new Finding
        {
            Kind = FindingKind.Plateau,
            Since = best.Step,
            Seen = $"The {name} was {best.Value:0.####} at step {best.Step} and has not been clearly lower in the {run.Step - best.Step} steps since.",
            Why = "These networks have learned what they can from these pictures with these rates.",
            Knobs = [],
        };
    }

    /// <summary>The step from which on the learning rates move no more.</summary>
    private static long StepOfLastRates(TrainingOptions options) =>
        options.Schedule is { Enabled: true, LearningRate: not null } schedule ? schedule.Images / options.ImagesPerStep : 0;

    /// <summary>Values that differ by no more than this are as good as each other.</summary>
    internal static double NoiseAt(double value, double least) => Math.Max(least, NoisePart * Math.Abs(value));

    /// <summary>The best measure of the pictures that the log has; the lower, the better.</summary>
    internal static (string Name, Curve Curve, long Patience, double Noise) Measure(RunRecord run)
    {
        // The one by which a run keeps its best checkpoint.
        var features = Curve.Of(run.Lines, line => line.Quality?.Kid, SmoothedMeasurements);
        return features.Points.Count >= LeastMeasurements
            ? ("KID", features, Patience, NoiseOfFeatures)
            : ("distance to the data", Curve.Of(run.Lines, line => line.Signs?.Distance), PatienceOfSigns, NoiseOfSigns);
    }
}
