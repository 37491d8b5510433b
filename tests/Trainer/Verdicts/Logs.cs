using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;
using LatentWalk.Trainer.Watching;

namespace LatentWalk.Trainer.Tests.Verdicts;

/// <summary>Logs as runs write them, made up: healthy but for what a test changes.</summary>
internal static class Logs
{
    /// <param name="change">Gets each healthy line and returns the one to be told.</param>
    public static RunRecord Of(long steps, Func<LogLine, LogLine>? change = null, TrainingOptions? options = null, int every = 10, params RunEvent[] events)
    {
        options ??= Presets.Modern64;
        if (options.Data.Pictures == 0)
        {
            options = options with { Data = options.Data with { Folder = "faces", Pictures = 10_000 } };
        }

        List<LogLine> lines = [];
        for (long step = every; step <= steps; step += every)
        {
            lines.Add((change ?? (line => line))(Healthy(step)));
        }

        return new RunRecord(options, lines, events);
    }

    public static SampleSigns Signs(double distance, double diversity = 0.9, double variety = 0.9, double? nearest = 1.25) =>
        new() { Distance = distance, Diversity = diversity, Variety = variety, Nearest = nearest };

    private static LogLine Healthy(long step) => new()
    {
        Step = step,
        Images = 64 * step,
        Seconds = step,
        ImagesPerSecond = 64,
        LossD = 0.4,
        LossG = 1.2,
        AccuracyReal = 0.95,
        AccuracyFake = 0.95,
        GradientNormD = 2,
        GradientNormG = 2,
        Signs = Signs(Math.Max(0.02, Math.Exp(-step / 150.0)), 0.9 * (1 - Math.Exp(-step / 100.0)), 0.95 * (1 - Math.Exp(-step / 80.0))),
    };
}
