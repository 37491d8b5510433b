using System.Text.Json.Serialization;

namespace LatentWalk.Core.Checkpoints;

/// <summary>Which of the generations in the manifest has the best generator that was measured.</summary>
internal sealed record CheckpointBest
{
    /// <summary>Name in the checkpoints folder, no path.</summary>
    [JsonRequired]
    public string File { get; init; } = string.Empty;

    [JsonRequired]
    public string Metric { get; init; } = string.Empty;

    /// <summary>The lower the better.</summary>
    [JsonRequired]
    public double Value { get; init; }

    internal CheckpointScore Score => new(Metric, Value);
}
