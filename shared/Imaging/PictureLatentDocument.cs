using System.Text.Json.Serialization;

namespace LatentWalk.Imaging;

/// <summary>The JSON form of a <see cref="PictureLatent"/>; latents are Base64 of little-endian float32.</summary>
internal sealed record PictureLatentDocument
{
    [JsonRequired]
    public int Version { get; init; }

    [JsonRequired]
    public string Model { get; init; } = string.Empty;

    public ulong? Seed { get; init; }

    public string? Z { get; init; }

    public string? C { get; init; }

    [JsonRequired]
    public float Truncation { get; init; }

    public long? Step { get; init; }

    public string? Checkpoint { get; init; }

    public string? Weights { get; init; }

    [JsonRequired]
    public string App { get; init; } = string.Empty;
}
