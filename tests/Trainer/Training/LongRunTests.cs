using System.Globalization;
using LatentWalk.Trainer.Training;
using Xunit;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Training;

/// <summary>A run of as many steps as LATENTWALK_LONG_STEPS says (300) takes no more at its end than soon after its beginning.</summary>
public sealed class LongRunTests(ITestOutputHelper talk)
{
    private const int Samples = 10;

    // One thread's heap more, which the C library may set up at any time; a batch of tiny pictures forgotten at each of 5 000 steps is more.
    private const long Tolerance = 48_000_000;

    [Fact]
    public void Live_tensors_and_memory_are_flat_over_a_long_run()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var folder = new TemporaryFolder();
        long steps = long.TryParse(Environment.GetEnvironmentVariable("LATENTWALK_LONG_STEPS"), NumberStyles.None, CultureInfo.InvariantCulture, out long asked) ? asked : 300;
        var options = Tiny.Options(
            "modern-64", ("steps", $"{steps}"), ("output.logEvery", "10"), ("output.checkpointEvery", "50"), ("output.sampleEvery", "100"), ("augment.kind", "diffaugment"),
            ("data.fingerprint", Tiny.Pictures().Fingerprint));
        var tensors = new List<long>();
        var bytes = new List<long>();
        using var run = new GuardedRun(folder["run"], options) { Told = Look };

        Assert.True(run.ToTheEnd());

        talk.WriteLine($"{steps} steps: live tensors {string.Join(", ", tensors)}; resident MB {string.Join(", ", bytes.Select(b => $"{b / 1e6:0}"))}, {GC.GetTotalMemory(false) / 1e6:0} of them managed at the end");
        Assert.Equal(Samples, tensors.Count);
        Assert.True(tensors.TrueForAll(count => count == tensors[0]), string.Join(", ", tensors));
        Assert.True(bytes[^1] < bytes.Skip(1).Take(3).Max() + Tolerance, string.Join(", ", bytes));

        void Look(LoopNews news)
        {
            if (news.Step % (steps / Samples) == 0)
            {
                // Counted before anything is collected: what the loop makes it must give back itself.
                tensors.Add(Tensor.TotalCount);
                GC.Collect();
                bytes.Add(Environment.WorkingSet);
            }
        }
    }
}
