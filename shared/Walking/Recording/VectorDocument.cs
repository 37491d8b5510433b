using System.Numerics;
using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>Forward, right, third.</summary>
internal sealed record VectorDocument
{
    [JsonRequired]
    public float Forward { get; init; }

    [JsonRequired]
    public float Right { get; init; }

    [JsonRequired]
    public float Third { get; init; }

    public static VectorDocument Of(Vector3 vector) => new() { Forward = vector.X, Right = vector.Y, Third = vector.Z };

    public Vector3 ToVector(WalkChecks checks, float limit, string where) => new(
        checks.Within(Forward, limit, $"{where}.forward"), checks.Within(Right, limit, $"{where}.right"), checks.Within(Third, limit, $"{where}.third"));
}
