using System.Globalization;
using System.Text.Json;
using LatentWalk.Core.Checkpoints;
using Xunit;
using Xunit.Abstractions;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>
/// SIGKILL at random moments of a real trainer, --resume after each: nothing is lost beyond the last commit, and the end
/// is that of a run which was never killed. LATENTWALK_KILLS says how many (3), LATENTWALK_KILLS_SEED when (1).
/// </summary>
public sealed class KillTests(ITestOutputHelper talk)
{
    private const int CommitEvery = 2;

    [UnixFact]
    public void Killed_and_resumed_training_ends_as_if_it_had_not_been_killed()
    {
        int kills = Setting("LATENTWALK_KILLS", 3);
        var random = new Random(Setting("LATENTWALK_KILLS_SEED", 1));
        string[] recipe = ["--steps", $"{100 + (20 * kills)}", "--checkpoint-every", $"{CommitEvery}", "--sample-every", "40", "--output.logEvery", "3"];
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);
        using var whole = TrainerProcess.Run(TrainCommand.New(pictures, folder["whole"], "modern-64", recipe));
        Assert.True(whole.ExitCode == 0, whole.Error);

        var told = new List<string>();
        long committed = 0;
        string run = folder["killed"];
        while (told.Count < kills)
        {
            using var trainer = TrainerProcess.Start(File.Exists(RunFolder.ConfigPath(run)) ? TrainCommand.Resume(run) : TrainCommand.New(pictures, run, "modern-64", recipe));
            bool starting = random.Next(4) == 0;
            if (!starting)
            {
                trainer.WaitFor("Ctrl-C saves and stops.");
                Assert.True(committed == 0 || trainer.Error.Contains($"on from step {committed} to", StringComparison.Ordinal), trainer.Error);
            }

            // While it starts, or so many commits later and then somewhere in a step, a sheet or the next commit.
            long goal = committed + (CommitEvery * random.Next(8));
            while (!starting && LastCommit(run) < goal && !trainer.HasExited)
            {
                Thread.Sleep(1);
            }

            Thread.Sleep(random.Next(starting ? 700 : 80));
            Assert.False(trainer.HasExited, $"The run ended before kill {told.Count + 1}: {trainer.Error}");
            trainer.Signal("KILL");
            trainer.Wait();
            Assert.Equal(137, trainer.ExitCode);

            long now = Committed(run);
            Assert.True(now >= committed, $"step {committed} was committed, {now} is left");
            told.Add($"{(starting ? "starting" : "training")} at {now}");
            committed = now;
        }

        using var last = TrainerProcess.Run(TrainCommand.Resume(run));
        Assert.True(last.ExitCode == 0, last.Error);

        Assert.True(committed > 0, "No kill fell behind a commit, so nothing was tried.");
        talk.WriteLine($"{kills} kills: {string.Join(", ", told)}");
        Assert.Equal(LogLines.WithoutClock(RunFolder.LogPath(folder["whole"])), LogLines.WithoutClock(RunFolder.LogPath(run)));
        Assert.Equal(CheckpointLocator.Resolve(folder["whole"]).Sha256, CheckpointLocator.Resolve(run).Sha256);
        foreach (string sheet in Directory.EnumerateFiles(RunFolder.SamplesPath(folder["whole"])))
        {
            Assert.Equal(File.ReadAllBytes(sheet), File.ReadAllBytes(Path.Combine(RunFolder.SamplesPath(run), Path.GetFileName(sheet))));
        }
    }

    /// <summary>The manifest's newest step, without a look at the checkpoint: it may be replaced at any moment.</summary>
    private static long LastCommit(string run)
    {
        string path = Path.Combine(RunFolder.CheckpointsPath(run), "manifest.json");
        return File.Exists(path) ? JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("generations")[0].GetProperty("step").GetInt64() : 0;
    }

    /// <summary>The newest whole checkpoint's step, 0 before the first commit; a damaged one would throw.</summary>
    private static long Committed(string run) =>
        File.Exists(Path.Combine(RunFolder.CheckpointsPath(run), "manifest.json")) ? CheckpointLocator.Resolve(run).Step : 0;

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
