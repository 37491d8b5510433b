using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="JourneyPlan"/>.</summary>
internal sealed record PlanDocument
{
    private const int MostFrames = 4096;

    [JsonRequired]
    public double Seconds { get; init; }

    [JsonRequired]
    public string Easing { get; init; } = string.Empty;

    [JsonRequired]
    public bool Closed { get; init; }

    [JsonRequired]
    public KeyFrameDocument[] Frames { get; init; } = [];

    public static PlanDocument Of(JourneyPlan plan, WalkTables tables) => new()
    {
        Seconds = plan.Seconds,
        Easing = plan.Easing.ToString(),
        Closed = plan.Closed,
        Frames = [.. plan.Frames.Select(frame => KeyFrameDocument.Of(frame, tables))],
    };

    public JourneyPlan ToPlan(WalkChecks checks, WalkTables tables, string where)
    {
        checks.Between(Frames.Length, 0, MostFrames, $"the length of {where}.frames");
        return Seconds is >= JourneyPlan.LeastSeconds and <= JourneyPlan.MostSeconds
            ? new JourneyPlan(
                [.. Frames.Select((frame, i) => frame.ToKeyFrame(checks, tables, $"{where}.frames[{i}]"))], Seconds, checks.Name<Easing>(Easing, $"{where}.easing"), Closed)
            : throw checks.Refuse($"{where}.seconds is {Seconds}; expected {JourneyPlan.LeastSeconds} to {JourneyPlan.MostSeconds}");
    }
}
