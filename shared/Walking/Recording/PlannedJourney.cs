namespace LatentWalk.Walking.Recording;

/// <summary>A journey by key frames, as a file of its own.</summary>
/// <param name="Classes">Length of the class weights; 0 without any.</param>
public sealed record PlannedJourney(WalkOrigin Origin, int ZDim, int Classes, JourneyPlan Plan);
