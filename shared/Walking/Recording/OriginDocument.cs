using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="WalkOrigin"/>.</summary>
internal sealed record OriginDocument
{
    [JsonRequired]
    public string Model { get; init; } = string.Empty;

    [JsonRequired]
    public string Name { get; init; } = string.Empty;

    public string? Checkpoint { get; init; }

    public string? Weights { get; init; }

    public static OriginDocument Of(WalkOrigin origin) =>
        new() { Model = origin.Model, Name = origin.Name, Checkpoint = origin.Checkpoint, Weights = origin.Weights };

    public WalkOrigin ToOrigin(WalkChecks checks) => new(
        checks.Sha256(Model, "generator.model"),
        checks.Text(Name, "generator.name"),
        Checkpoint is null ? null : checks.Sha256(Checkpoint, "generator.checkpoint"),
        Weights is null ? null : checks.Text(Weights, "generator.weights"));
}
