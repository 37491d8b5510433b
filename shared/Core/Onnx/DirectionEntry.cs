using System.Text.Json.Serialization;

namespace LatentWalk.Core.Onnx;

/// <summary>One direction as JSON.</summary>
internal sealed record DirectionEntry
{
    [JsonRequired]
    public string Name { get; init; } = "";

    /// <summary>Little-endian float32 in Base64.</summary>
    [JsonRequired]
    public string Vector { get; init; } = "";

    [JsonRequired]
    public float ExplainedVariance { get; init; }
}
