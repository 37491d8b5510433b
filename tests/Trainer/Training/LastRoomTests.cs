using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using Xunit;

namespace LatentWalk.Trainer.Tests.Training;

public sealed class LastRoomTests
{
    [Fact]
    public void A_run_whose_sheet_finds_no_place_is_saved_before_it_ends()
    {
        using var folder = new TemporaryFolder();
        string run = folder["run"];
        using (var guarded = new GuardedRun(run, Tiny.Options("modern-64", ("steps", "20"), ("output.checkpointEvery", "1000"), ("output.sampleEvery", "7"))))
        {
            // A file where the folder of the sheets belongs, as a stand-in for a disk that takes no more.
            File.WriteAllText(Path.Combine(run, "samples"), "");

            Assert.Throws<DiskException>(() => guarded.ToTheEnd());
        }

        Assert.Equal(7, CheckpointLocator.Resolve(run).Step);
    }
}
