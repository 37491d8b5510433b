namespace LatentWalk.Trainer.Verbs;

/// <summary>The JSON of <c>bench prepare</c>.</summary>
internal sealed record BenchPrepareResult
{
    public string Bench { get; } = "prepare";

    public required int Pictures { get; init; }

    public required int Size { get; init; }

    public required int Threads { get; init; }

    /// <summary>Times all pictures were prepared.</summary>
    public required int Runs { get; init; }

    /// <summary>Left in the set.</summary>
    public required int Kept { get; init; }

    /// <summary>Painting one picture and writing its PNG, on all cores, in microseconds; only of painted pictures.</summary>
    public double? PaintMicroseconds { get; init; }

    /// <summary>Preparing one picture, from its file to the set and the report: the median of the runs, in microseconds.</summary>
    public required double PrepareMicroseconds { get; init; }

    public required double ImagesPerSecond { get; init; }

    /// <summary>The most memory this process had, in megabytes.</summary>
    public required double PeakMegabytes { get; init; }
}
