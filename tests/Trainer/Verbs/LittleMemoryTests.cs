using System.Globalization;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using Xunit;
using Xunit.Abstractions;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>A real lack of memory: what the allocator is refused, in a process of its own.</summary>
public sealed class LittleMemoryTests(ITestOutputHelper talk)
{
    [PrlimitFact]
    public void A_batch_that_does_not_fit_goes_through_in_parts_and_the_run_remembers()
    {
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);
        string[] recipe = ["--data", pictures, "--preset", "modern-64", "--batch", "256", "--threads", "1", "--generator.resolution", "32", "--discriminator.resolution", "32", "--generator.width", "24", "--discriminator.width", "24"];
        using var free = TrainerProcess.Run(out _, out long most, ["train", "--run", folder["free"], "--steps", "1", .. recipe]);
        Assert.True(free.ExitCode == 0, free.Error);

        using var bound = TrainerProcess.RunWithin(most * 9 / 10, ["train", "--run", folder["bound"], "--steps", "2", .. recipe]);

        talk.WriteLine($"{most / 1e6:0} MB unbound\n{bound.Error}");
        Assert.True(bound.ExitCode == 0, bound.Error);
        Assert.Contains("warning: There is not enough memory for so many pictures at once: from step 1 on, 128 of the batch of 256 go through the networks at a time (machine.microBatch).", bound.Error, StringComparison.Ordinal);
        Assert.Contains("memory", RunEvents.Of(folder["bound"]).Select(happened => happened.Event));
        var options = TrainingOptionsJson.ReadFile(RunFolder.ConfigPath(folder["bound"]));
        Assert.Equal("128", options.Guards.Changes[0].Set["machine.microBatch"]);
        Assert.Equal(0, options.Machine.MicroBatch);

        // With all the memory back, it goes on as it has learned to.
        using var resumed = TrainerProcess.Run(TrainCommand.Resume(folder["bound"], "--steps", "3"));
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.DoesNotContain("not enough memory", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(3, CheckpointLocator.Resolve(folder["bound"]).Step);
    }

    [PrlimitFact]
    public void A_run_on_the_processor_is_refused_memory_before_the_machine_has_none()
    {
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);

        using var run = TrainerProcess.Start(TrainCommand.New(pictures, folder["run"], "modern-64", "--steps", "100000", "--device", "cpu"));
        run.WaitFor("Ctrl-C saves and stops.");

        Assert.True(long.TryParse(run.DataBound(), CultureInfo.InvariantCulture, out long bound), "There is no bound.");
        Assert.InRange(bound, 1L << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes + (4L << 30));
        run.Signal("TERM");
        run.Wait();
        Assert.Equal(143, run.ExitCode);
    }
}
