namespace LatentWalk.Walking.Recording;

/// <summary>What a walk file holds: one of the two.</summary>
public sealed record Walk(WalkRecording? Recording, PlannedJourney? Journey)
{
    public WalkOrigin Origin => Recording?.Origin ?? Journey!.Origin;

    public int ZDim => Recording?.Start.Model.ZDim ?? Journey!.ZDim;

    public double Seconds => Recording?.Seconds ?? Journey!.Plan.Seconds;
}
