namespace LatentWalk.Walking.Modes;

/// <param name="Pointed">The tile under the pointer; -1 for none.</param>
public sealed record CompassState(int Pointed)
{
    public static CompassState None { get; } = new(-1);
}
