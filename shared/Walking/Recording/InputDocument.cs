using System.Numerics;
using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="FlightInput"/>; what is not held is left out.</summary>
internal sealed record InputDocument
{
    private const float Largest = 1;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public float Forward { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public float Right { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public float Third { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public float Truncation { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Fast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Precise { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Rewind { get; init; }

    public static InputDocument Of(in FlightInput input) => new()
    {
        Forward = input.Thrust.X,
        Right = input.Thrust.Y,
        Third = input.Thrust.Z,
        Truncation = input.Truncation,
        Fast = input.Fast,
        Precise = input.Precise,
        Rewind = input.Rewind,
    };

    public FlightInput ToInput(WalkChecks checks, string where) => new(
        new Vector3(
            checks.Within(Forward, Largest, $"{where}.forward"),
            checks.Within(Right, Largest, $"{where}.right"),
            checks.Within(Third, Largest, $"{where}.third")),
        checks.Within(Truncation, Largest, $"{where}.truncation"), Fast, Precise, Rewind);
}
