namespace LatentWalk.Core.Checkpoints;

/// <summary>The checkpoint of a run that measured best, and what was measured.</summary>
public sealed record BestCheckpoint(CheckpointRef Checkpoint, CheckpointScore Score);
