using LatentWalk.Core.Checkpoints;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class SignalTests
{
    [UnixFact]
    public void Ctrl_C_saves_and_exits_130_and_the_rest_is_as_if_nothing_had_happened()
    {
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);
        using var trainer = TrainerProcess.Start(TrainCommand.New(pictures, folder["run"], "modern-64", "--steps", "1000000", "--output.logEvery", "5"));
        trainer.WaitFor("Ctrl-C saves and stops.");
        Thread.Sleep(300);

        trainer.Signal("INT");
        trainer.Wait();

        Assert.Equal(130, trainer.ExitCode);
        var saved = CheckpointLocator.Resolve(folder["run"]);
        Assert.Contains(
            $"Stopped at step {saved.Step} and saved it as '{saved.Path}'. Continue with: lw train --run {folder["run"]} --resume", trainer.Error, StringComparison.Ordinal);
        string steps = $"{saved.Step + 5}";
        File.WriteAllText(folder["run/config.json"], File.ReadAllText(folder["run/config.json"]).Replace("1000000", steps, StringComparison.Ordinal));
        using var resumed = TrainerProcess.Run(TrainCommand.Resume(folder["run"]));
        using var whole = TrainerProcess.Run(TrainCommand.New(pictures, folder["whole"], "modern-64", "--steps", steps, "--output.logEvery", "5"));
        Assert.Equal((0, 0), (resumed.ExitCode, whole.ExitCode));
        Assert.Equal(CheckpointLocator.Resolve(folder["whole"]).Sha256, CheckpointLocator.Resolve(folder["run"]).Sha256);
    }

    [UnixFact]
    public void A_second_trainer_in_the_same_run_is_refused_and_a_request_to_end_exits_143()
    {
        using var folder = new TemporaryFolder();
        using var trainer = TrainerProcess.Start(TrainCommand.New(Tiny.WritePictures(folder["pictures"]), folder["run"], "anime-64", "--steps", "1000000"));
        trainer.WaitFor("Ctrl-C saves and stops.");

        using var second = TrainerProcess.Run(TrainCommand.Resume(folder["run"]));
        trainer.Signal("TERM");
        trainer.Wait();

        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"another process is training in '{folder["run"]}'", second.Error, StringComparison.Ordinal);
        Assert.Equal(143, trainer.ExitCode);
        Assert.True(CheckpointLocator.Resolve(folder["run"]).Step > 0);
    }

    [UnixFact]
    public void Stopping_while_pictures_are_read_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["pictures"], 1);
        for (int i = 0; i < 20_000; i++)
        {
            File.CreateSymbolicLink(folder[$"pictures/link-{i:00000}.png"], folder["pictures/00.png"]);
        }

        using var trainer = TrainerProcess.Start(TrainCommand.New(folder["pictures"], folder["run"], "anime-64", "--steps", "1000000"));
        trainer.WaitFor("reading pictures");
        trainer.Signal("INT");
        trainer.Wait();

        Assert.Equal(130, trainer.ExitCode);
        Assert.Contains("error: stopped while the pictures were being read; nothing was written.", trainer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["run"]));
    }
}
