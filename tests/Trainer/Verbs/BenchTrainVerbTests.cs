using System.Text.Json;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class BenchTrainVerbTests
{
    private static readonly string[] s_small =
    [
        "bench", "train", "--steps", "2", "--batch", "4", "--threads", "1", "--device", "cpu", "--json", "--set", "generator.resolution=16", "--set", "discriminator.resolution=16",
        "--set", "generator.width=8", "--set", "discriminator.width=8",
    ];

    [Fact]
    public void A_step_of_a_recipe_with_fields_set_differently_is_timed()
    {
        using var bench = TrainerProcess.Run([.. s_small, "--set", "augment.kind=diffaugment", "--set", "loss.discriminatorSteps=2"]);

        Assert.Equal(0, bench.ExitCode);
        var result = JsonDocument.Parse(bench.Output).RootElement;
        Assert.Equal(("train", 2), (result.GetProperty("bench").GetString(), result.GetProperty("steps").GetInt32()));
        double seconds = result.GetProperty("stepSeconds").GetDouble();
        Assert.Equal(8 / seconds, result.GetProperty("imagesPerSecond").GetDouble(), 0.1 * 8 / seconds);
    }

    [Fact]
    public void Without_a_batch_the_presets_own_is_timed()
    {
        using var bench = TrainerProcess.Run([.. s_small.Where(word => word is not ("--batch" or "4")), "--preset", "few-shot-128"]);

        Assert.Equal(8, JsonDocument.Parse(bench.Output).RootElement.GetProperty("batch").GetInt32());
    }

    [Fact]
    public void A_recipe_that_learns_classes_is_shown_made_up_ones()
    {
        using var bench = TrainerProcess.Run([.. s_small, "--preset", "acgan-64"]);

        Assert.Equal((0, "acgan-64"), (bench.ExitCode, JsonDocument.Parse(bench.Output).RootElement.GetProperty("preset").GetString()));
    }

    [Fact]
    public void A_field_that_is_not_there_or_has_no_value_is_named()
    {
        using var unknown = TrainerProcess.Run([.. s_small, "--set", "augment.kin=ada"]);
        using var bare = TrainerProcess.Run([.. s_small, "--set", "augment"]);

        Assert.Equal((2, 2), (unknown.ExitCode, bare.ExitCode));
        Assert.Contains("there is no field 'augment.kin' in the configuration.", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("--set is 'augment'; expected a field and its value, as augment.kind=ada.", bare.Error, StringComparison.Ordinal);
    }
}
