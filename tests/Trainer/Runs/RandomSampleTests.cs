using LatentWalk.Core.Checkpoints;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Runs;

public sealed class RandomSampleTests
{
    private const int Steps = 60;

    [Fact]
    public void Mecha_keeps_another_random_latent_on_every_tenth_step()
    {
        using var folder = new TemporaryFolder();

        Train(folder.Path, Options(), stopAfter: Steps);

        var kept = RandomSample.Kept(folder.Path);
        Assert.Equal(Enumerable.Range(1, 6).Select(k => RandomSample.PathOf(folder.Path, 10 * k, RandomSample.SeedAt(1, 10 * k))), kept);
        Assert.Equal(6, kept.Select(path => path[path.IndexOf("seed", StringComparison.Ordinal)..]).Distinct().Count());
        Assert.Equal(6, kept.Select(path => Convert.ToHexString(PngFile.Read(path).Rgba)).Distinct().Count());
        Assert.All(kept, path => Assert.Equal((Tiny.Size, Tiny.Size), (PngFile.Read(path).Width, PngFile.Read(path).Height)));
    }

    [Fact]
    public void A_resumed_run_keeps_the_same_samples()
    {
        using var folder = new TemporaryFolder();
        Train(folder["whole"], Options(), stopAfter: Steps);

        Train(folder["parts"], Options(), stopAfter: 23);
        Train(folder["parts"], Options(), stopAfter: Steps);

        var (whole, parts) = (RandomSample.Kept(folder["whole"]), RandomSample.Kept(folder["parts"]));
        Assert.Equal(whole.Select(Path.GetFileName), parts.Select(Path.GetFileName));
        Assert.All(whole.Zip(parts), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
    }

    [Fact]
    public void The_film_shows_every_sample_and_passes_over_what_somebody_damaged()
    {
        using var folder = new TemporaryFolder();
        Train(folder.Path, Options(), stopAfter: Steps);
        string[] kept = [.. RandomSample.Kept(folder.Path)];
        List<(int, int)> drawn = [];
        string whole = RandomFilm.Write(folder.Path, (done, total) => drawn.Add((done, total)))!;
        int frames = Frames(whole);

        File.WriteAllText(kept[1], "no picture");
        File.Delete(kept[3]);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(kept[0])!, "step-x-seed-1.png"), "a guest");
        int left = Frames(RandomFilm.Write(folder.Path)!);

        Assert.Equal(Path.Combine(folder.Path, "random.webp"), whole);
        Assert.Equal((6, 4), (frames, left));
        Assert.Equal([(1, 6), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6)], drawn);
    }

    [Fact]
    public void A_run_without_random_samples_has_no_film()
    {
        using var folder = new TemporaryFolder();
        Train(folder.Path, Tiny.Options("mecha-128", ("output.randomEvery", "0"), ("steps", "10")), stopAfter: 10);

        Assert.Null(RandomFilm.Write(folder.Path));
        Assert.False(File.Exists(Path.Combine(folder.Path, RunFolder.RandomFilmName)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(RandomFilm.MostFrames, RandomFilm.MostFrames)]
    [InlineData(RandomFilm.MostFrames + 1, 751)]
    [InlineData(100_000, 1493)]
    public void A_long_film_shows_evenly_many_and_the_last(int samples, int shown)
    {
        string[] names = [.. Enumerable.Range(0, samples).Select(k => $"{k}")];

        var chosen = RandomFilm.Chosen(names);

        Assert.Equal(shown, chosen.Count);
        Assert.Equal(names[^1], chosen[^1]);
    }

    private static TrainingOptions Options() => Tiny.Options("mecha-128", ("steps", $"{Steps}"));

    private static int Frames(string webp)
    {
        byte[] file = File.ReadAllBytes(webp);
        return Enumerable.Range(0, file.Length - 4).Count(at => file.AsSpan(at, 4).SequenceEqual("ANMF"u8));
    }

    private static void Train(string runFolder, TrainingOptions options, long stopAfter)
    {
        var set = Tiny.Pictures();
        options = options with { Data = options.Data with { Fingerprint = set.Fingerprint } };
        using var stop = new CancellationTokenSource();
        using var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(set, options, CPU);
        using var store = new CheckpointStore(runFolder);
        var run = new TrainingRun(store);
        if (run.Newest is not null)
        {
            run.Load(state);
        }

        using var log = RunLog.Open(runFolder, state.Step);
        using var quality = new QualityMeter(set, options);
        TrainingLoop.Run(
            runFolder,
            state,
            batches,
            run,
            log,
            quality,
            news =>
            {
                if (news.Step >= stopAfter)
                {
                    stop.Cancel();
                }
            },
            stop.Token);
    }
}
