namespace LatentWalk.Walking.Modes;

/// <summary>A journey being planned. Immutable.</summary>
/// <param name="Cursor">The chosen key frame; -1 while there is none.</param>
/// <param name="Row">The chosen slider.</param>
/// <param name="Speed">Seconds on the plan per second.</param>
/// <param name="Earlier">The plan before the last change.</param>
/// <param name="ChangedAt">What could be undone when the last change was made: a flight since then is undone first.</param>
public sealed record RouteState(JourneyPlan Plan, int Cursor, int Row, double Speed, RouteState? Earlier = null, History? ChangedAt = null)
{
    /// <summary>The key frames' places; the same object as long as they are.</summary>
    public IReadOnlyList<Waypoint> Places { get; private init; } = [.. Plan.Frames.Select(frame => frame.Place)];

    public static RouteState Of(JourneyPlan plan) => new(plan, plan.Frames.Count - 1, 0, 1);

    /// <summary>With other key frames.</summary>
    public RouteState Change(JourneyPlan plan, int cursor, History? history) =>
        new(plan, Math.Clamp(cursor, -1, plan.Frames.Count - 1), Row, Speed, this, history);
}
