using System.Text.Json.Serialization;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="WalkModel"/>.</summary>
internal sealed record ModelDocument
{
    private const int MostDirections = 1024;
    private const float LargestGain = 1000;

    [JsonRequired]
    public int ZDim { get; init; }

    public int Classes { get; init; }

    public string[]? ClassNames { get; init; }

    [JsonRequired]
    public float Truncation { get; init; }

    [JsonRequired]
    public ulong FirstSeed { get; init; }

    public string? Gains { get; init; }

    [JsonRequired]
    public DirectionDocument[] Directions { get; init; } = [];

    public static ModelDocument Of(WalkModel model) => new()
    {
        ZDim = model.ZDim,
        Classes = model.Classes,
        ClassNames = model.ClassNames.Count == 0 ? null : [.. model.ClassNames],
        Truncation = model.Truncation,
        FirstSeed = model.FirstSeed,
        Gains = model.Gains.Count == 0 ? null : Latent.ToBase64([.. model.Gains]),
        Directions = [.. model.Directions.Select(DirectionDocument.Of)],
    };

    public WalkModel ToModel(WalkChecks checks)
    {
        const string at = "recording.model";
        int zdim = checks.Between(ZDim, 1, WalkChecks.LargestZDim, $"{at}.zDim");
        int classes = checks.Between(Classes, 0, WalkChecks.MostClasses, $"{at}.classes");
        if (ClassNames is not null)
        {
            checks.Between(ClassNames.Length, classes, classes, $"the length of {at}.classNames");
        }

        checks.Between(Directions.Length, 0, MostDirections, $"the length of {at}.directions");
        return new WalkModel(
            zdim,
            [.. Directions.Select((item, i) => item.ToDirection(checks, zdim, $"{at}.directions[{i}]"))],
            checks.Within(Truncation, WalkChecks.LargestTruncation, $"{at}.truncation"), FirstSeed, classes)
        {
            ClassNames = [.. (ClassNames ?? []).Select((name, i) => checks.Text(name ?? "", $"{at}.classNames[{i}]"))],
            Gains = Gains is null ? [] : checks.Floats(Gains, Directions.Length, LargestGain, $"{at}.gains"),
        };
    }
}
