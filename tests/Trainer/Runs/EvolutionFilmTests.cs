using LatentWalk.Core.Checkpoints;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Tests.Verbs;

namespace LatentWalk.Trainer.Tests.Runs;

public sealed class EvolutionFilmTests
{
    [Theory]
    [InlineData(500, 50)]
    [InlineData(20_000, 300)]
    [InlineData(1_000_000, 500)]
    public void A_long_run_has_a_film_of_a_few_hundred_frames(long steps, int most)
    {
        int frames = Enumerable.Range(1, (int)(steps / 10)).Count(tick => EvolutionFrames.IsDue(10L * tick, 10));

        Assert.InRange(frames, Math.Min(40, most / 2), most);
        Assert.True(EvolutionFrames.IsDue(10, 10), "The film begins with noise.");
        Assert.False(EvolutionFrames.IsDue(15, 10));
    }

    [Fact]
    public void A_run_ends_with_its_film_even_where_a_frame_is_spoilt()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["pictures"]);
        using var trainer = TrainerProcess.Run(TrainCommand.New(folder["pictures"], folder["run"], "modern-64", "--steps", "30", "--checkpoint-every", "30"));
        Assert.Equal(0, trainer.ExitCode);
        Assert.Equal([10, 20, 30], EvolutionFrames.Of(folder["run"]).Select(frame => frame.Step));
        string film = Path.Combine(folder["run"], RunFolder.EvolutionFilmName);
        var first = EncodedPicture.Check(File.ReadAllBytes(film), film);
        Assert.Equal((266, 270), (first.Width, first.Height));

        File.WriteAllBytes(EvolutionFrames.Of(folder["run"])[1].Path, [1, 2, 3]);
        File.Delete(film);

        Assert.Equal(film, EvolutionFilm.Write(folder["run"])[0]);
        Assert.True(new FileInfo(film).Length > 1000);
    }

    [Fact]
    public void A_run_without_frames_has_no_film()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty(EvolutionFilm.Write(folder.Path));
    }
}
