using System.Diagnostics;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Runs;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class FullDiskTests
{
    private static readonly string[] s_recipe = ["--steps", "30", "--checkpoint-every", "5", "--sample-every", "0", "--guards.diskReserve", "0"];

    [RootOnLinuxFact]
    public void A_disk_with_little_room_costs_what_only_looks_back_and_not_the_run()
    {
        using var folder = new TemporaryFolder();
        using var whole = TrainerProcess.Run(Wide(Tiny.WritePictures(folder["pictures"]), folder["whole"]));
        Assert.True(whole.ExitCode == 0, whole.Error);
        using var disk = new SmallDisk(folder["small"], Others(folder["whole"]) + (2 * Checkpoint(folder["whole"])) + (2 * Look(folder["whole"])) + 400_000);
        string run = Path.Combine(folder["small"], "run");

        using var small = TrainerProcess.Run(Wide(folder["pictures"], run));

        Assert.True(small.ExitCode == 0, small.Error);
        Assert.Equal(CheckpointLocator.Resolve(folder["whole"]).Sha256, CheckpointLocator.Resolve(run).Sha256);
        Assert.Contains("MB left and the next checkpoint takes", small.Error, StringComparison.Ordinal);
        Assert.Contains("Let go: the checkpoint of step 5.", small.Error, StringComparison.Ordinal);
        Assert.Contains("the generator of step 10 in 'history'", small.Error, StringComparison.Ordinal);
        Assert.All(RunEvents.Of(run), happened => Assert.Equal("disk", happened.Event));
        Assert.NotEmpty(RunEvents.Of(run));
    }

    [RootOnLinuxFact]
    public void A_full_disk_ends_with_5_and_the_run_goes_on_from_the_checkpoint_before()
    {
        using var folder = new TemporaryFolder();
        using var whole = TrainerProcess.Run(Wide(Tiny.WritePictures(folder["pictures"]), folder["whole"]));
        Assert.True(whole.ExitCode == 0, whole.Error);
        using var disk = new SmallDisk(folder["small"], Others(folder["whole"]) + (Checkpoint(folder["whole"]) * 3 / 2) + Look(folder["whole"]) + 262_144);
        string run = Path.Combine(folder["small"], "run");

        using var full = TrainerProcess.Run(Wide(folder["pictures"], run));

        Assert.True(full.ExitCode == 5, full.Error);
        Assert.Contains($"error: cannot save a checkpoint in '{run}': it takes ", full.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was harmed: free some space, then go on with --resume.", full.Error, StringComparison.Ordinal);
        Assert.Equal(5, CheckpointLocator.Resolve(run).Step);
        Assert.DoesNotContain(Directory.EnumerateFiles(RunFolder.CheckpointsPath(run)), path => path.EndsWith(".tmp", StringComparison.Ordinal));

        disk.Grow();
        using var resumed = TrainerProcess.Run(TrainCommand.Resume(run));

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(CheckpointLocator.Resolve(folder["whole"]).Sha256, CheckpointLocator.Resolve(run).Sha256);
    }

    [UnixFact]
    public void A_history_that_cannot_be_written_is_said_once_and_stops_nothing()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["run"]);
        File.WriteAllText(folder["run/history"], "in the way");

        using var trainer = TrainerProcess.Run(TrainCommand.New(Tiny.WritePictures(folder["pictures"]), folder["run"], "modern-64", s_recipe));

        Assert.True(trainer.ExitCode == 0, trainer.Error);
        Assert.Equal(30, CheckpointLocator.Resolve(folder["run"]).Step);
        Assert.Equal(2, trainer.Error.Split("warning: The checkpoint of step ").Length);
        Assert.Contains(
            "warning: The checkpoint of step 5 is saved, but its generator could not be added to 'history': cannot create '", trainer.Error, StringComparison.Ordinal);
        Assert.Equal(("disk", 5), RunEvents.Of(folder["run"]).Select(happened => (happened.Event, happened.Step)).Single());
    }

    /// <summary>Checkpoints that are large beside everything else.</summary>
    private static string[] Wide(string pictures, string run)
    {
        string[] arguments = TrainCommand.New(pictures, run, "modern-64", s_recipe);
        foreach (string width in (string[])["--generator.width", "--discriminator.width"])
        {
            arguments[Array.IndexOf(arguments, width) + 1] = "32";
        }

        return arguments;
    }

    private static long Checkpoint(string run) => new FileInfo(CheckpointLocator.Resolve(run).Path).Length;

    private static long Look(string run) => new FileInfo(GeneratorHistory.Of(run)[0].Path).Length;

    /// <summary>What a run writes beside checkpoints, in pages.</summary>
    private static long Others(string run) => new DirectoryInfo(run).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => file.Extension != ".safetensors").Sum(file => ((file.Length + 4095) / 4096 * 4096) + 4096);

    /// <summary>A file system in memory with little room.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string _folder;

        public SmallDisk(string folder, long bytes)
        {
            _folder = folder;
            Directory.CreateDirectory(folder);
            Command("mount", "-t", "tmpfs", "-o", $"size={bytes}", "tmpfs", folder);
        }

        public void Grow() => Command("mount", "-o", "remount,size=64m", _folder);

        public void Dispose() => Command("umount", _folder);

        private static void Command(string name, params string[] arguments)
        {
            using var process = Process.Start(name, arguments);
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
    }
}
