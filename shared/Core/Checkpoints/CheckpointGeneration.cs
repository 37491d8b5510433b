using System.Text.Json.Serialization;

namespace LatentWalk.Core.Checkpoints;

/// <summary>One committed checkpoint in the manifest.</summary>
internal sealed record CheckpointGeneration
{
    [JsonRequired]
    public long Step { get; init; }

    /// <summary>Name in the checkpoints folder, no path.</summary>
    [JsonRequired]
    public string File { get; init; } = string.Empty;

    [JsonRequired]
    public long Bytes { get; init; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    [JsonRequired]
    public string Sha256 { get; init; } = string.Empty;
}
