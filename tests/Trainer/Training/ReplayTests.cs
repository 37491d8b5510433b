using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Training;

/// <summary>A run that was stopped and resumed is the run that was not, to the last bit of every tensor in the checkpoint.</summary>
public sealed class ReplayTests
{
    private const int Steps = 24;

    [Theory]
    [InlineData("anime-64", 7)]
    [InlineData("modern-64", 1)]
    [InlineData("modern-64", 8)]
    [InlineData("modern-64", 13)]
    [InlineData("acgan-64", 9)]
    [InlineData("dragan-64", 6)]
    [InlineData("mecha-128", 10)]
    [InlineData("few-shot-128", 11)]
    public void Resuming_continues_as_if_the_run_had_not_stopped(string preset, int stop)
    {
        using var folder = new TemporaryFolder();
        var options = Options(preset);
        Session(folder["whole"], options, stopAfter: Steps);

        Session(folder["parts"], options, stopAfter: stop);
        Session(folder["parts"], options, stopAfter: Steps);

        Assert.Equal(LogText(folder["whole"]), LogText(folder["parts"]));
        Assert.Equal(Checkpoint(folder["whole"]).Sha256, Checkpoint(folder["parts"]).Sha256);
        Assert.Equal(Sheet(folder["whole"]), Sheet(folder["parts"]));
    }

    [Fact]
    public void Resuming_many_times_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var options = Options("modern-64", ("data.mirror", "true"), ("discriminator.dropout", "0.2"));
        Session(folder["whole"], options, stopAfter: Steps);

        for (int stop = 2; stop <= Steps; stop += 2)
        {
            Session(folder["parts"], options, stopAfter: stop);
        }

        Assert.Equal(LogText(folder["whole"]), LogText(folder["parts"]));
        Assert.Equal(Checkpoint(folder["whole"]).Sha256, Checkpoint(folder["parts"]).Sha256);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    public void Resuming_keeps_to_the_augmentation(int stop)
    {
        using var folder = new TemporaryFolder();
        var options = Options(
            "modern-64", ("augment.kind", "diffaugment"), ("augment.probability", "0"), ("schedule.images", "60"), ("schedule.augment", "0.8"), ("penalty.every", "4"));
        Session(folder["whole"], options, stopAfter: Steps);

        Session(folder["parts"], options, stopAfter: stop);
        Session(folder["parts"], options, stopAfter: Steps);

        Assert.Equal(LogText(folder["whole"]), LogText(folder["parts"]));
        Assert.Contains("\"augmentation\":0.8", LogText(folder["whole"]), StringComparison.Ordinal);
        Assert.Equal(Checkpoint(folder["whole"]).Sha256, Checkpoint(folder["parts"]).Sha256);
    }

    [Fact]
    public void Resuming_keeps_to_the_turns_of_the_discriminator()
    {
        using var folder = new TemporaryFolder();
        var options = Options(
            "anime-64", ("loss.discriminatorSteps", "2"), ("loss.labelNoise", "0.2"), ("discriminator.dropout", "0.3"), ("machine.microBatch", "3"), ("generatorOptimizer.clipNorm", "1"));
        Session(folder["whole"], options, stopAfter: Steps);

        Session(folder["parts"], options, stopAfter: 7);
        Session(folder["parts"], options, stopAfter: Steps);

        Assert.Equal(LogText(folder["whole"]), LogText(folder["parts"]));
        Assert.Equal(Checkpoint(folder["whole"]).Sha256, Checkpoint(folder["parts"]).Sha256);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public void Resuming_keeps_to_the_chance_that_an_adaptive_augmentation_has_found(int stop)
    {
        using var folder = new TemporaryFolder();
        var options = Options("anime-64", ("augment.kind", "ada"), ("augment.adaptImages", "100"));
        Session(folder["whole"], options, stopAfter: Steps);

        Session(folder["parts"], options, stopAfter: stop);
        Session(folder["parts"], options, stopAfter: Steps);

        Assert.Equal(LogText(folder["whole"]), LogText(folder["parts"]));
        Assert.Contains("\"augmentation\":0.1", LogText(folder["whole"]), StringComparison.Ordinal);
        Assert.Equal(Checkpoint(folder["whole"]).Sha256, Checkpoint(folder["parts"]).Sha256);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(14)]
    public void Resuming_keeps_to_the_schedule(int stop)
    {
        using var folder = new TemporaryFolder();
        var options = Options(
            "modern-64", ("ema.decay", "0"), ("ema.halfLifeImages", "200"), ("schedule.images", "60"), ("schedule.learningRate", "5e-5"), ("schedule.beta2", "0.9"), ("schedule.gamma", "0.1"),
            ("penalty.every", "2"), ("discriminatorOptimizer.dropEvery", "9"));
        Session(folder["whole"], options, stopAfter: Steps);

        Session(folder["parts"], options, stopAfter: stop);
        Session(folder["parts"], options, stopAfter: Steps);

        Assert.Equal(LogText(folder["whole"]), LogText(folder["parts"]));
        Assert.Contains("\"learningRateD\":", LogText(folder["whole"]), StringComparison.Ordinal);
        Assert.Equal(Checkpoint(folder["whole"]).Sha256, Checkpoint(folder["parts"]).Sha256);
    }

    [Fact]
    public void A_longer_run_begins_as_the_shorter_one()
    {
        using var folder = new TemporaryFolder();
        Session(folder["whole"], Options("modern-64"), stopAfter: Steps);

        Session(folder["parts"], Options("modern-64", ("steps", "10")), stopAfter: Steps);
        Session(folder["parts"], Options("modern-64"), stopAfter: Steps);

        Assert.Equal(Checkpoint(folder["whole"]).Sha256, Checkpoint(folder["parts"]).Sha256);
    }

    private static TrainingOptions Options(string preset, params (string Path, string Value)[] more) =>
        Tiny.Options(preset, [("steps", $"{Steps}"), ("output.logEvery", "3"), ("output.checkpointEvery", "5"), ("quality.every", "5"), ("quality.samples", "20"), .. more]);

    private static void Session(string runFolder, TrainingOptions options, long stopAfter)
    {
        var set = options.Condition.Enabled ? Tiny.ClassPictures() : Tiny.Pictures();
        options = RunConfig.WithClasses(options, set);
        using var stop = new CancellationTokenSource();
        using var state = new TrainingState(options with { Data = options.Data with { Fingerprint = set.Fingerprint } }, CPU);
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

    private static CheckpointRef Checkpoint(string runFolder) => CheckpointLocator.Resolve(runFolder);

    private static byte[] Sheet(string runFolder) => File.ReadAllBytes(RunFolder.SampleSheetPath(runFolder, Steps));

    private static string LogText(string runFolder) => LogLines.WithoutClock(RunFolder.LogPath(runFolder));
}
