using LatentWalk.Core.Checkpoints;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class RandomFilmTests
{
    [Fact]
    public void A_film_that_cannot_be_written_is_told_of_and_the_run_is_whole()
    {
        using var folder = new TemporaryFolder();
        string run = folder["run"];

        // A folder is where the film is to be.
        Directory.CreateDirectory(Path.Combine(run, RunFolder.RandomFilmName));
        using var trained = TrainerProcess.Run(TrainCommand.New(Tiny.WritePictures(folder["pictures"]), run, "mecha-128", "--steps", "20"));

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("The run is saved, but the film of its random samples is not: ", trained.Error, StringComparison.Ordinal);
        Assert.Equal(20, CheckpointLocator.Resolve(run).Step);
    }

    [Fact]
    public void A_run_with_random_samples_names_its_film()
    {
        using var folder = new TemporaryFolder();

        using var trained = TrainerProcess.Run(TrainCommand.New(Tiny.WritePictures(folder["pictures"]), folder["run"], "mecha-128", "--steps", "20"));

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains($"The random samples as a film: '{Path.Combine(folder["run"], "random.webp")}'.", trained.Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(folder["run"], "random"), "*.png").Count());
    }
}
