using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a walk file. Floats that must be exact in arrays are Base64 of little-endian float32.</summary>
internal sealed record WalkDocument
{
    [JsonRequired]
    public int Version { get; init; }

    /// <summary>What the file holds: "recording" or "journey".</summary>
    [JsonRequired]
    public string Kind { get; init; } = string.Empty;

    [JsonRequired]
    public string App { get; init; } = string.Empty;

    [JsonRequired]
    public OriginDocument Generator { get; init; } = new();

    public RecordingDocument? Recording { get; init; }

    public PlannedDocument? Journey { get; init; }
}
