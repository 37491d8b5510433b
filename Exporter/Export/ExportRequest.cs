using LatentWalk.Core.Checkpoints;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Export;

/// <summary>What the user asked to be written.</summary>
internal sealed record ExportRequest
{
    public required string Source { get; init; }

    public required string Output { get; init; }

    /// <summary>Null for the better one that there is.</summary>
    public WeightSet? Weights { get; init; }

    public ExportOptions Options { get; init; } = new();
}
