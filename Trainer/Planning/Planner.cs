using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;
using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Planning;

/// <summary>
/// Predicts by trying: a few steps with few pictures, twice, tell what each picture costs beside what is there anyway, and so how
/// many can be tried in the room and the time there are; where that is all of them, the batch as it will be trained.
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
        var growth = Growth.Between(small, @try(Sized(options, 2 * few)));

        // The whole batch, or as many pictures as there are room and time for: libraries work otherwise with many than with a few.
        double room = growth.PicturesIn(MemoryShare * availableBytes), time = growth.PicturesWithin(MostSeconds / StepsOfTrial);
        PlanTrial? whole = micro <= room && options.Batch <= time ? @try(options) : null;
        int many = (int)Math.Min(options.Batch, Math.Min(room, time));
        if (whole is null && many > 2 * few)
        {
            growth = Growth.Between(small, @try(Sized(options, many)));
        }

        long peak = whole?.PeakBytes ?? growth.BytesOf(micro);
        double seconds = whole?.StepSeconds ?? growth.SecondsOf(options.Batch);
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
            Parts = [.. Halves(micro).Select(part => new PlanPart(part, peak - growth.BytesOf(micro) + growth.BytesOf(part)))],
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
