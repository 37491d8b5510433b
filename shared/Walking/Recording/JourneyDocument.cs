using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="Journey"/> under way; places by their numbers in the file's list.</summary>
internal sealed record JourneyDocument
{
    private const double LeastSeconds = 1e-3;

    [JsonRequired]
    public int From { get; init; }

    [JsonRequired]
    public int To { get; init; }

    /// <summary>Of the class weights; not in files from before these changed on the way.</summary>
    public int? FromClasses { get; init; }

    /// <inheritdoc cref="FromClasses"/>
    public int? ToClasses { get; init; }

    [JsonRequired]
    public double Seconds { get; init; }

    [JsonRequired]
    public double Elapsed { get; init; }

    [JsonRequired]
    public string Kind { get; init; } = string.Empty;

    public static JourneyDocument Of(Journey journey, double elapsed, WalkTables tables) => new()
    {
        From = tables.Number(journey.From),
        To = tables.Number(journey.To),
        FromClasses = tables.Number(journey.ClassesFrom),
        ToClasses = tables.Number(journey.ClassesTo),
        Seconds = journey.Seconds,
        Elapsed = elapsed,
        Kind = journey.Kind.ToString(),
    };

    /// <param name="classWeights">The number of those that the walk has.</param>
    public Journey ToJourney(WalkChecks checks, WalkTables tables, int classWeights)
    {
        const string at = "recording.journey";
        double seconds = checks.Within(Seconds, WalkChecks.LargestAmount, $"{at}.seconds");
        return seconds >= LeastSeconds
            ? new Journey(tables.Place(From, checks, $"{at}.from"), tables.Place(To, checks, $"{at}.to"), seconds, checks.Name<JourneyKind>(Kind, $"{at}.kind"))
            {
                ClassesFrom = tables.Classes(FromClasses ?? classWeights, checks, $"{at}.fromClasses"),
                ClassesTo = tables.Classes(ToClasses ?? classWeights, checks, $"{at}.toClasses"),
            }
            : throw checks.Refuse($"{at}.seconds is {seconds}; expected at least {LeastSeconds}");
    }
}
