using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>What is predicted is what happens. The batch is such that its pictures outweigh the process.</summary>
public sealed class PlanTests(ITestOutputHelper talk)
{
    private static readonly string[] s_recipe = ["--preset", "modern-64", "--threads", "1", "--generator.resolution", "32", "--discriminator.resolution", "32", "--generator.width", "16", "--discriminator.width", "16"];

    [UnixFact]
    public void The_memory_of_a_run_is_as_planned()
    {
        using var folder = new TemporaryFolder();
        string[] recipe = [.. s_recipe, "--batch", "256", "--steps", "9"];
        using var planned = TrainerProcess.Run(["train", "--plan", "--json", .. recipe]);
        Assert.True(planned.ExitCode == 0, planned.Error);
        var plan = JsonDocument.Parse(planned.Output).RootElement;

        using var trained = TrainerProcess.Run(out long peak, out _, ["train", "--data", Tiny.WritePictures(folder["pictures"]), "--run", folder["run"], .. recipe]);

        Assert.True(trained.ExitCode == 0, trained.Error);
        long predicted = plan.GetProperty("peakBytes").GetInt64();
        talk.WriteLine($"planned {predicted / 1e6:0} MB, was {peak / 1e6:0} MB");
        Assert.InRange((double)predicted / peak, 0.85, 1.15);
        Assert.True(plan.GetProperty("tried").GetBoolean());
        Assert.Equal(9 * plan.GetProperty("stepSeconds").GetDouble(), plan.GetProperty("totalSeconds").GetDouble(), 1e-6);
        Assert.Equal([128, 64, 32, 16, 8, 4, 2, 1], plan.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("microBatch").GetInt32()));
    }

    [Fact]
    public void A_plan_needs_no_pictures_and_no_run_and_a_run_needs_a_folder()
    {
        using var planned = TrainerProcess.Run(["train", "--plan", .. s_recipe, "--batch", "8"]);
        using var nowhere = TrainerProcess.Run(["train", "--data", "pictures"]);
        using var json = TrainerProcess.Run(["train", "--data", "pictures", "--run", "nowhere", "--json"]);

        Assert.True(planned.ExitCode == 0, planned.Error);
        Assert.StartsWith("modern-64 at 32×32, batch 8, 1 thread on cpu\nParameters   generator 0.", planned.Output, StringComparison.Ordinal);
        Assert.Equal((2, 2), (nowhere.ExitCode, json.ExitCode));
        Assert.Contains("error: a run is written to a folder. Name it with --run.", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("error: --json goes with --plan; a run tells its numbers in log.jsonl.", json.Error, StringComparison.Ordinal);
    }
}
