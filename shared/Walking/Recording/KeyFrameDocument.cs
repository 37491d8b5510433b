using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="KeyFrame"/>; place and classes by their numbers in the file's lists.</summary>
internal sealed record KeyFrameDocument
{
    [JsonRequired]
    public int Place { get; init; }

    [JsonRequired]
    public float Truncation { get; init; }

    [JsonRequired]
    public int Classes { get; init; }

    public static KeyFrameDocument Of(KeyFrame frame, WalkTables tables) =>
        new() { Place = tables.Number(frame.Place), Truncation = frame.Truncation, Classes = tables.Number(frame.Classes) };

    public KeyFrame ToKeyFrame(WalkChecks checks, WalkTables tables, string where) => new(
        tables.Place(Place, checks, $"{where}.place"),
        checks.Within(Truncation, WalkChecks.LargestTruncation, $"{where}.truncation"),
        tables.Classes(Classes, checks, $"{where}.classes"));
}
