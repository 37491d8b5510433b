namespace LatentWalk.Trainer.Planning;

/// <summary>The memory that a run takes when so many pictures go through the networks at once.</summary>
internal sealed record PlanPart(int MicroBatch, long PeakBytes);
