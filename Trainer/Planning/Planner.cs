using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;
using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Planning;

/// <summary>
/// Predicts by trying: a few steps with few pictures, twice, tell what each picture costs beside what is there anyway; and where
/// that leaves room and time for it, the batch as it will be trained.
/// </summary>
internal static class Planner
{
    private const double MemoryShare = 0.7;
    private const double MostSeconds = 90;
    private const int StepsOfTrial = 5;

    // A picture of a class must be asked for by one; how many there are changes next to nothing.
    private const int AssumedClasses = 10;

    /// <param name="availableBytes">That this process can have.</param>
    /// <param name="folder">On the disk that the run will lie on.</param>
    /// <param name="try">Runs a trial.</param>
    public static TrainingPlan Plan(TrainingOptions options, long availableBytes, string folder, Func<TrainingOptions, PlanTrial> @try)
    {
        options = WithAssumedClasses(options);
        int micro = options.Machine.MicroBatch == 0 ? options.Batch : Math.Min(options.Machine.MicroBatch, options.Batch);
        int few = Math.Clamp(512 / options.Generator.Resolution, 2, Math.Max(2, options.Batch / 2));
        var small = @try(Sized(options, few));
        var large = @try(Sized(options, 2 * few));
        double bytesPerPicture = Math.Max(0, (double)(large.PeakBytes - small.PeakBytes) / few);
        double secondsPerPicture = Math.Max(0, (large.StepSeconds - small.StepSeconds) / few);
        long peak = (long)(small.PeakBytes + (bytesPerPicture * (micro - few)));
        double seconds = small.StepSeconds + (secondsPerPicture * (options.Batch - few));

        PlanTrial? whole = peak < MemoryShare * availableBytes && seconds * StepsOfTrial < MostSeconds ? @try(options) : null;
        if (whole is not null)
        {
            (peak, seconds) = (whole.PeakBytes, whole.StepSeconds);
        }

        return new TrainingPlan
        {
            Preset = options.Preset,
            Resolution = options.Generator.Resolution,
            Batch = options.Batch,
            MicroBatch = whole?.MicroBatch ?? micro,
            Threads = options.Machine.Threads,
            Device = options.Machine.Device,
            Steps = options.Steps,
            GeneratorParameters = small.GeneratorParameters,
            DiscriminatorParameters = small.DiscriminatorParameters,
            PeakBytes = peak,
            AvailableBytes = availableBytes,
            Tried = whole is not null,
            StepSeconds = seconds,
            TotalSeconds = seconds * options.Steps,
            DiskBytes = ((CheckpointStore.Generations + 2) * small.CheckpointBytes) + (GeneratorHistory.Largest * small.HistoryBytes),
            DiskFreeBytes = DiskSpace.Free(folder),
            Parts = [.. Halves(micro).Select(part => new PlanPart(part, (long)(peak - (bytesPerPicture * (micro - part)))))],
        };
    }

    private static IEnumerable<int> Halves(int micro)
    {
        for (int part = micro / 2; part >= 1; part /= 2)
        {
            yield return part;
        }
    }

    private static TrainingOptions Sized(TrainingOptions options, int pictures) =>
        options with { Batch = pictures, Machine = options.Machine with { MicroBatch = 0 } };

    private static TrainingOptions WithAssumedClasses(TrainingOptions options) => !options.Condition.Enabled || options.Generator.Classes > 0 ? options : options with
    {
        Generator = options.Generator with { Classes = AssumedClasses },
        Discriminator = options.Discriminator with { Classes = AssumedClasses },
        Data = options.Data with { Classes = [.. Enumerable.Range(0, AssumedClasses).Select(i => $"{i}")] },
    };
}
