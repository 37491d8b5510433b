using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Options;
using Xunit;

namespace LatentWalk.Trainer.Tests.Options;

public sealed class TrainingOptionsJsonTests
{
    [Theory]
    [InlineData("anime-64")]
    [InlineData("modern-64")]
    public void A_configuration_survives_its_file(string preset)
    {
        using var folder = new TemporaryFolder();
        var options = Tiny.Options(preset, ("seed", "18446744073709551615"), ("data.mirror", "true"), ("penalty.gamma", "0.3"));

        TrainingOptionsJson.WriteFile(folder["config.json"], options);
        var read = TrainingOptionsJson.ReadFile(folder["config.json"]);

        Assert.Equal(TrainingOptionsJson.Serialize(options), TrainingOptionsJson.Serialize(read));
        Assert.Equal(ulong.MaxValue, read.Seed);
    }

    [Fact]
    public void What_the_first_runs_did_not_write_has_its_default()
    {
        var root = TrainingOptionsJson.ToNode(Presets.Modern64);
        foreach (string path in new[]
        {
            "condition", "schedule", "augment", "guards", "quality", "init", "machine.microBatch", "loss.discriminatorSteps", "generatorOptimizer.clipNorm", "discriminatorOptimizer.clipNorm", "data.classes", "loss.labelSmoothing", "loss.labelNoise", "ema.halfLifeImages",
            "generatorOptimizer.dropEvery", "generatorOptimizer.drop", "discriminatorOptimizer.dropEvery", "discriminatorOptimizer.drop",
        })
        {
            int dot = path.IndexOf('.', StringComparison.Ordinal);
            Assert.True((dot < 0 ? root : root[path[..dot]]!.AsObject()).Remove(path[(dot + 1)..]), path);
        }

        var read = TrainingOptionsJson.TryParse(root.ToJsonString(), out _)!;

        Assert.Equal(TrainingOptionsJson.Serialize(Presets.Modern64), TrainingOptionsJson.Serialize(read));
        Assert.Empty(read.Validate());
    }

    [Theory]
    [InlineData("\"seed\": 1,", "\"seed\": 1, \"sed\": 2,", "unknown key 'sed' in $")]
    [InlineData("\"seed\": 1,", "", "missing key 'seed' in $")]
    [InlineData("\"every\": 8", "\"evry\": 8", "unknown key 'evry' in $.penalty")]
    [InlineData("\"decay\": 0.995,", "", "missing key 'decay' in $.ema")]
    [InlineData("\"seed\": 1,", "\"seed\": 1, \"seed\": 2,", "seed")]
    [InlineData("\"batch\": 32,", "\"batch\": \"many\",", "$.batch")]
    [InlineData("\"batch\": 32,", "\"batch\": 32", "the JSON is not valid")]
    public void A_file_that_is_not_a_configuration_is_named_with_the_key(string old, string replacement, string expected)
    {
        using var folder = new TemporaryFolder();
        string json = TrainingOptionsJson.Serialize(Presets.Modern64);
        Assert.Contains(old, json, StringComparison.Ordinal);
        File.WriteAllText(folder["config.json"], json.Replace(old, replacement, StringComparison.Ordinal));

        var error = Assert.Throws<BadDataException>(() => TrainingOptionsJson.ReadFile(folder["config.json"]));

        Assert.StartsWith($"'{folder["config.json"]}' is not a usable configuration: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
