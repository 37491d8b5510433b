namespace LatentWalk.Trainer.Verbs;

/// <summary>The JSON of <c>bench loader</c>.</summary>
internal sealed record BenchLoaderResult
{
    public string Bench { get; } = "loader";

    /// <summary>"files" (a folder or a zip) or "set".</summary>
    public required string Kind { get; init; }

    public required int Size { get; init; }

    public required int Threads { get; init; }

    public required int Pictures { get; init; }

    public required int Skipped { get; init; }

    /// <summary>Times everything was done.</summary>
    public required int Runs { get; init; }

    /// <summary>Median of a run: opening (files: decoding them all) and one epoch or more as batches of floats.</summary>
    public required double Seconds { get; init; }

    /// <summary>Pictures that came out as part of a batch, by the seconds of a run.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>The same without the opening: what training waits for once it is under way.</summary>
    public required double BatchImagesPerSecond { get; init; }

    /// <summary>Painting one picture, in microseconds; only of painted sets.</summary>
    public double? PaintMicroseconds { get; init; }

    /// <summary>Putting one picture into the set, the commit included, in microseconds; only of painted sets.</summary>
    public double? PackMicroseconds { get; init; }

    /// <summary>The most memory this process had, in megabytes.</summary>
    public required double PeakMegabytes { get; init; }
}
