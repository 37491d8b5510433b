using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Runs;
using Xunit;

namespace LatentWalk.Trainer.Tests.Runs;

public sealed class RunLogTests
{
    [Fact]
    public void It_is_cut_back_to_the_step_of_the_checkpoint()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, 0, 10, 20, 30);

        Write(folder.Path, 20, 30, 40);

        Assert.Equal([10, 20, 30, 40], Steps(folder.Path));
    }

    [Fact]
    public void A_last_line_that_was_cut_short_is_dropped()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, 0, 10, 20);
        string path = RunFolder.LogPath(folder.Path);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..^20]);

        Write(folder.Path, 100, 110);

        Assert.Equal([10, 110], Steps(folder.Path));
    }

    [Fact]
    public void The_seconds_of_earlier_sessions_are_told()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, 0, 10, 20);

        using var log = RunLog.Open(folder.Path, 10);

        Assert.Equal(1.0, log.SecondsBefore);
    }

    private static void Write(string folder, long from, params long[] steps)
    {
        using var log = RunLog.Open(folder, from);
        foreach (long step in steps)
        {
            log.Write(Line(step));
        }
    }

    private static LogLine Line(long step) => new()
    {
        Step = step,
        Images = step * 4,
        Seconds = step / 10.0,
        ImagesPerSecond = 40,
        LossD = 0.5,
        LossG = 1.5,
        AccuracyReal = 0.75,
        AccuracyFake = 1,
        GradientNormD = 2,
        GradientNormG = 3,
    };

    private static IEnumerable<long> Steps(string folder) => File.ReadLines(RunFolder.LogPath(folder))
        .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("step").GetInt64());
}
