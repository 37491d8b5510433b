namespace LatentWalk.Walking.Recording;

/// <summary>An action of a recorded walk.</summary>
/// <param name="Step">How many steps had passed since the recording began.</param>
public readonly record struct WalkEvent(long Step, WalkAction Action);
