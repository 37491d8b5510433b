using System.Text.Json.Serialization;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="Direction"/>.</summary>
internal sealed record DirectionDocument
{
    [JsonRequired]
    public string Name { get; init; } = string.Empty;

    [JsonRequired]
    public string Vector { get; init; } = string.Empty;

    public float Variance { get; init; }

    public static DirectionDocument Of(Direction direction) =>
        new() { Name = direction.Name, Vector = Latent.ToBase64(direction.Vector), Variance = direction.ExplainedVariance };

    public Direction ToDirection(WalkChecks checks, int zdim, string where) => new(
        checks.Text(Name, $"{where}.name"),
        checks.Floats(Vector, zdim, WalkChecks.LargestLatent, $"{where}.vector"),
        checks.Within(Variance, WalkChecks.LargestLatent, $"{where}.variance"));
}
