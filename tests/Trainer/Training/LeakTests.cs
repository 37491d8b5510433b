using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Training;

public sealed class LeakTests
{
    [Theory]
    [InlineData("anime-64")]
    [InlineData("modern-64")]
    public void Live_tensors_are_flat_over_steps_sheets_and_checkpoints(string preset)
    {
        // The count is the process's: what earlier tests left to finalizers must be gone before it is watched.
        GC.Collect();
        GC.WaitForPendingFinalizers();

        using var folder = new TemporaryFolder();
        var set = Tiny.Pictures();
        var options = Tiny.Options(
            preset, ("steps", "96"), ("output.logEvery", "4"), ("output.checkpointEvery", "8"), ("output.sampleEvery", "8"), ("quality.every", "24"), ("quality.samples", "70"), ("data.fingerprint", set.Fingerprint));
        using var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(set, options, CPU);
        using var store = new CheckpointStore(folder.Path);
        using var log = RunLog.Open(folder.Path, 0);
        using var quality = new QualityMeter(set, options);
        var counts = new List<long>();

        // No collection in between: what the loop makes it must give back itself, not leave to a finalizer.
        TrainingLoop.Run(
            folder.Path,
            state,
            batches,
            new TrainingRun(store),
            log,
            quality,
            news =>
            {
                if (news.Step % 16 == 0)
                {
                    counts.Add(Tensor.TotalCount);
                }
            },
            CancellationToken.None);

        Assert.Equal(6, counts.Count);
        Assert.True(counts.TrueForAll(count => count == counts[0]), string.Join(", ", counts));
    }
}
