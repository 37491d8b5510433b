using System.Diagnostics;
using LatentWalk.Core.Checkpoints;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class FullDiskTests
{
    [RootOnLinuxFact]
    public void A_full_disk_ends_with_5_and_the_run_goes_on_from_the_checkpoint_before()
    {
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);
        string[] recipe = ["--steps", "30", "--checkpoint-every", "5"];
        using var whole = TrainerProcess.Run(TrainCommand.New(pictures, folder["whole"], "modern-64", recipe));
        Assert.True(whole.ExitCode == 0, whole.Error);
        long checkpointBytes = new FileInfo(CheckpointLocator.Resolve(folder["whole"]).Path).Length;
        string small = folder["small"];
        Directory.CreateDirectory(small);
        Command("mount", "-t", "tmpfs", "-o", $"size={checkpointBytes * 26 / 10}", "tmpfs", small);
        try
        {
            string run = Path.Combine(small, "run");

            using var full = TrainerProcess.Run(TrainCommand.New(pictures, run, "modern-64", recipe));

            Assert.True(full.ExitCode == 5, full.Error);
            Assert.Contains("the disk is full. Free some space or choose another folder, then run the same command again.", full.Error, StringComparison.Ordinal);
            Assert.Equal(10, CheckpointLocator.Resolve(run).Step);
            Assert.DoesNotContain(Directory.EnumerateFiles(RunFolder.CheckpointsPath(run)), path => path.EndsWith(".tmp", StringComparison.Ordinal));

            Command("mount", "-o", "remount,size=64m", small);
            using var resumed = TrainerProcess.Run(TrainCommand.Resume(run));

            Assert.True(resumed.ExitCode == 0, resumed.Error);
            Assert.Equal(CheckpointLocator.Resolve(folder["whole"]).Sha256, CheckpointLocator.Resolve(run).Sha256);
        }
        finally
        {
            Command("umount", small);
        }
    }

    private static void Command(string name, params string[] arguments)
    {
        using var process = Process.Start(name, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
