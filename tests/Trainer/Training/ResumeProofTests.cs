using System.Globalization;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Options;
using Xunit;
using Xunit.Abstractions;

namespace LatentWalk.Trainer.Tests.Training;

/// <summary>Stopped at so many different steps as LATENTWALK_STOPS says (3), each run ends as the one that was not, to the last bit.</summary>
public sealed class ResumeProofTests(ITestOutputHelper talk)
{
    private static readonly int s_stops = int.TryParse(Environment.GetEnvironmentVariable("LATENTWALK_STOPS"), NumberStyles.None, CultureInfo.InvariantCulture, out int stops) ? stops : 3;

    [Fact]
    public void Wherever_a_run_is_stopped_it_ends_as_if_it_had_not_been()
    {
        using var folder = new TemporaryFolder();
        long steps = s_stops + 20;
        var options = Tiny.Options(
            "modern-64",
            ("steps", $"{steps}"), ("output.logEvery", "3"), ("output.checkpointEvery", "7"), ("output.sampleEvery", "0"), ("data.mirror", "true"), ("discriminator.dropout", "0.2"),
            ("augment.kind", "ada"), ("augment.adaptImages", "100"), ("schedule.images", $"{3 * steps}"), ("schedule.learningRate", "5e-5"), ("schedule.beta2", "0.999"), ("schedule.gamma", "0.1"),
            ("generatorOptimizer.clipNorm", "1"), ("machine.microBatch", "3"), ("data.fingerprint", Tiny.Pictures().Fingerprint));
        using (var whole = new GuardedRun(folder["whole"], options))
        {
            Assert.True(whole.ToTheEnd());
        }

        string expected = CheckpointLocator.Resolve(folder["whole"]).Sha256;
        string log = LogLines.WithoutClock(RunFolder.LogPath(folder["whole"]));
        for (int i = 0; i < s_stops; i++)
        {
            long stop = 1 + (i * (steps - 1) / s_stops);
            string parts = folder[$"stopped-{stop}"];
            Train(parts, options, stop);
            Train(parts, options, long.MaxValue);

            Assert.True(expected == CheckpointLocator.Resolve(parts).Sha256, $"Stopped at step {stop}, the run ended otherwise.");
            Assert.Equal(log, LogLines.WithoutClock(RunFolder.LogPath(parts)));
            Directory.Delete(parts, recursive: true);
        }

        talk.WriteLine($"stopped at {s_stops} of {steps} steps: {s_stops} bit-equal");
    }

    private static void Train(string runFolder, TrainingOptions options, long stopAt)
    {
        using var run = new GuardedRun(runFolder, options);
        Assert.Equal(stopAt == long.MaxValue, run.ToTheEnd(stopAt: stopAt));
    }
}
