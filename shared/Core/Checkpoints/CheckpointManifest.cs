using System.Text.Json.Serialization;

namespace LatentWalk.Core.Checkpoints;

/// <summary>The commit point: a checkpoint counts when it is listed here. Newest generation first.</summary>
internal sealed record CheckpointManifest
{
    internal const int CurrentVersion = 1;

    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    [JsonRequired]
    public IReadOnlyList<CheckpointGeneration> Generations { get; init; } = [];

    /// <summary>Left out until one has been measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CheckpointBest? Best { get; init; }
}
