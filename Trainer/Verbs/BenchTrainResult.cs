namespace LatentWalk.Trainer.Verbs;

/// <summary>The JSON of <c>bench train</c>.</summary>
internal sealed record BenchTrainResult
{
    public string Bench { get; } = "train";

    public required string Preset { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    public required string Device { get; init; }

    public required long Steps { get; init; }

    /// <summary>Median.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>Mean; above the median where a penalty is taken every few steps.</summary>
    public required double MeanStepSeconds { get; init; }

    /// <summary>Batch over the median step.</summary>
    public required double ImagesPerSecond { get; init; }
}
