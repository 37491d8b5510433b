using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Quality;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Runs;

public sealed class QualityMeterTests
{
    [Fact]
    public void It_measures_on_its_ticks_alone_and_leaves_the_state_as_it_was()
    {
        var options = Options();
        using var state = new TrainingState(options, CPU);
        using var meter = new QualityMeter(Tiny.Pictures(12), options);
        string[] before = Weights(state);

        state.Step = 9;
        var between = meter.At(state);
        state.Step = 10;
        var first = meter.At(state);
        state.Step = 20;
        var second = meter.At(state);

        Assert.Null(between);
        Assert.Equal((70, 12), (first!.Samples, first.Pictures));
        Assert.Equal(first with { SwdLevels = [] }, second! with { SwdLevels = [] });
        Assert.Equal(first.SwdLevels, second.SwdLevels);
        Assert.Equal(before, Weights(state));
    }

    [Fact]
    public void A_generator_that_makes_one_picture_is_told_from_one_that_makes_many()
    {
        var options = Options();
        using var state = new TrainingState(options, CPU);
        using var meter = new QualityMeter(Tiny.Pictures(40), options);
        state.Step = 10;
        var many = meter.At(state)!;
        using (var noGradient = no_grad())
        {
            // The latent no longer counts.
            foreach (var (name, weight) in state.Best.named_parameters())
            {
                if (name == "tconv1.weight")
                {
                    weight.zero_();
                }
            }
        }

        var one = meter.At(state)!;

        Assert.True(many.Diversity > 0.005, $"{many}");
        Assert.Equal(0, one.Diversity);
        Assert.True(one.Fid > 0 && one.Kid > 0, $"{one}");
    }

    [Fact]
    public void Values_stand_in_the_log_and_the_best_checkpoint_is_the_one_with_the_lowest()
    {
        using var folder = new TemporaryFolder();
        var set = Tiny.Pictures(12);
        var options = Options(("steps", "40"), ("output.logEvery", "7"), ("output.checkpointEvery", "10"), ("output.sampleEvery", "0"));
        options = options with { Data = options.Data with { Fingerprint = set.Fingerprint } };
        using (var state = new TrainingState(options, CPU))
        using (var batches = new BatchSource(set, options, CPU))
        using (var store = new CheckpointStore(folder.Path))
        using (var log = RunLog.Open(folder.Path, 0))
        using (var meter = new QualityMeter(set, options))
        {
            TrainingLoop.Run(folder.Path, state, batches, new TrainingRun(store), log, meter, _ => { }, CancellationToken.None);
        }

        var lines = File.ReadAllLines(RunFolder.LogPath(folder.Path)).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).ToList();
        var measured = lines.Where(line => line.TryGetProperty("quality", out _)).ToList();

        Assert.Equal([10, 20, 30, 40], measured.Select(line => line.GetProperty("step").GetInt64()));
        Assert.All(measured, line => Assert.Equal(70, line.GetProperty("quality").GetProperty("samples").GetInt32()));
        long best = measured.MinBy(line => line.GetProperty("quality").GetProperty("kid").GetDouble()).GetProperty("step").GetInt64();
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(RunFolder.CheckpointsPath(folder.Path), "manifest.json")));
        Assert.Equal($"step-{best:D6}.safetensors", manifest.RootElement.GetProperty("best").GetProperty("file").GetString());
    }

    [Fact]
    public void Too_few_pictures_are_not_measured_and_a_feature_network_that_is_none_is_refused_before_training()
    {
        var options = Options();
        using var state = new TrainingState(options, CPU);
        using var meter = new QualityMeter(Tiny.Pictures(PictureSampler.FewestPictures - 1), options);
        state.Step = 10;

        Assert.Null(meter.At(state));
        Assert.StartsWith(
            "inception.onnx does not exist",
            Assert.Throws<BadModelException>(() => new QualityMeter(Tiny.Pictures(), Options(("quality.features", "inception.onnx")))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_their_range_are_named()
    {
        var options = Tiny.Options("modern-64", ("quality.every", "-1"), ("quality.samples", "7"), ("quality.pictures", "2"));

        Assert.Equal(
            ["quality.every is -1; it must be 0 (none) or more", "quality.samples is 7; it must be from 8 to 100000", "quality.pictures is 2; it must be from 8 to 1000000"],
            options.Validate());
        Assert.False(Tiny.Options("modern-64", ("quality.every", "0")).Quality.At(0));
    }

    private static TrainingOptions Options(params (string Path, string Value)[] more) =>
        Tiny.Options("modern-64", [("quality.every", "10"), ("quality.samples", "70"), .. more]);

    private static string[] Weights(TrainingState state) =>
        [.. state.Best.state_dict().Select(pair => $"{pair.Key} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(pair.Value.cpu().bytes))}")];
}
