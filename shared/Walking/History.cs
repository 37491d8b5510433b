namespace LatentWalk.Walking;

/// <summary>Where every move so far began, newest first: an immutable list, so that a state keeps its own. The moves taken back are kept in another one.</summary>
/// <param name="Home">The last seed the walker stood on exactly.</param>
/// <param name="Travelled">Radians flown since then.</param>
public sealed record History(Waypoint Place, float Truncation, float[] Classes, ulong? Home, double Travelled, History? Earlier)
{
    public int Depth { get; } = (Earlier?.Depth ?? 0) + 1;
}
