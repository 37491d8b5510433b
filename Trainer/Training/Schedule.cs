using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Training;

/// <summary>What a recipe's numbers are at a step: a function of the options and the step alone, so that resuming is exact.</summary>
internal static class Schedule
{
    /// <param name="step">From 1; its values are those at the pictures shown before it.</param>
    public static StepRates At(TrainingOptions options, long step)
    {
        var schedule = options.Schedule;
        double left = schedule.Enabled ? Left((step - 1) * options.ImagesPerStep, schedule.Images) : 1;
        double start = options.GeneratorOptimizer.LearningRate;
        double rate = Between(start, schedule.LearningRate, left);

        // Exactly the discriminator's own rate where nothing moves.
        double discriminatorRate = rate == start ? options.DiscriminatorOptimizer.LearningRate : options.DiscriminatorOptimizer.LearningRate * (rate / start);
        return new StepRates
        {
            GeneratorLearningRate = rate * options.GeneratorOptimizer.DropAt(step) * options.Guards.GeneratorRate,
            DiscriminatorLearningRate = discriminatorRate * options.DiscriminatorOptimizer.DropAt(step) * options.Guards.DiscriminatorRate,
            GeneratorBeta2 = Between(options.GeneratorOptimizer.Beta2, schedule.Beta2, left),
            DiscriminatorBeta2 = Between(options.DiscriminatorOptimizer.Beta2, schedule.Beta2, left),
            Gamma = Between(options.Penalty.Gamma, schedule.Gamma, left),
            AugmentProbability = Between(options.Augment.Start, schedule.Augment, left),
        };
    }

    /// <summary>How much of the way is still to go: 1 at the start, 0 at the end, half a cosine between.</summary>
    public static double Left(long imagesShown, long images) =>
        (1 + Math.Cos(Math.PI * Math.Min(1, (double)imagesShown / images))) / 2;

    private static double Between(double start, double? end, double left) => end is { } last ? last + ((start - last) * left) : start;
}
