namespace LatentWalk.Viewer.Bench;

/// <summary>The JSON of <c>bench infer</c>: medians over alternated rounds.</summary>
internal sealed record InferResult
{
    public string Bench { get; } = "infer";

    public required string Generator { get; init; }

    public required string Provider { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>One bare run of ONNX Runtime.</summary>
    public required double RunMs { get; init; }

    /// <summary>One picture of a flight, latent to uploaded texture, with the next one already asked for as in the window.</summary>
    public required double PipelineMs { get; init; }

    /// <summary>One picture alone, from posting its latent to its upload.</summary>
    public required double LatencyMs { get; init; }

    /// <summary>runMs / pipelineMs: the part of the bare rate that the window gets.</summary>
    public required double Ratio { get; init; }

    public required int Rounds { get; init; }

    public required int Pictures { get; init; }
}
