using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="PlannedJourney"/>.</summary>
internal sealed record PlannedDocument
{
    [JsonRequired]
    public int ZDim { get; init; }

    [JsonRequired]
    public int ClassCount { get; init; }

    [JsonRequired]
    public PlaceDocument[] Places { get; init; } = [];

    [JsonRequired]
    public string[] Classes { get; init; } = [];

    [JsonRequired]
    public PlanDocument Plan { get; init; } = new();

    public static PlannedDocument Of(PlannedJourney journey)
    {
        WalkTables tables = new();
        PlanDocument plan = PlanDocument.Of(journey.Plan, tables);
        return new PlannedDocument
        {
            ZDim = journey.ZDim,
            ClassCount = journey.Classes,
            Places = tables.PlaceDocuments,
            Classes = tables.ClassTexts,
            Plan = plan,
        };
    }

    public PlannedJourney ToJourney(WalkOrigin origin, WalkChecks checks)
    {
        int zdim = checks.Between(ZDim, 1, WalkChecks.LargestZDim, "journey.zDim");
        int count = checks.Between(ClassCount, 0, WalkChecks.MostClasses, "journey.classCount");
        WalkTables tables = new(Places, Classes, checks, zdim, count, "journey");
        JourneyPlan plan = Plan.ToPlan(checks, tables, "journey.plan");
        return plan.IsPlayable
            ? new PlannedJourney(origin, zdim, count, plan)
            : throw checks.Refuse($"the length of journey.plan.frames is {plan.Frames.Count}; expected at least 2 key frames");
    }
}
