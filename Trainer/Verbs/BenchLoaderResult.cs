namespace LatentWalk.Trainer.Verbs;

/// <summary>The JSON of <c>bench loader</c>.</summary>
internal sealed record BenchLoaderResult
{
    public string Bench { get; } = "loader";

    public required int Size { get; init; }

    public required int Threads { get; init; }

    public required int Pictures { get; init; }

    public required int Skipped { get; init; }

    /// <summary>Times the folder was read.</summary>
    public required int Runs { get; init; }

    /// <summary>Median.</summary>
    public required double Seconds { get; init; }

    public required double ImagesPerSecond { get; init; }
}
