namespace LatentWalk.Walking.Modes;

/// <summary>The endless loop of a walk that nobody touches.</summary>
/// <param name="Moment">What is shown for a while besides the flight.</param>
/// <param name="Leg">Of the loop, in which the moment began; the next one comes in another.</param>
/// <param name="UntilSeconds">When the moment ends, on the clock of <see cref="WalkState.IdleSeconds"/>.</param>
public sealed record AttractState(JourneyPlan Loop, WalkMode Moment = WalkMode.Fly, int Leg = -1, double UntilSeconds = 0);
