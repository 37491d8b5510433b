namespace LatentWalk.Walking.Modes;

/// <summary>The face, and around it what each way leads to. One flies as usual; a click on a tile flies there.</summary>
public sealed class CompassMode(FlightSettings settings) : IWalkMode
{
    public WalkMode Mode => WalkMode.Compass;

    public string Name => "Compass";

    public string Line(in WalkState state) => "fly towards what you like, or CLICK it   SHIFT look farther   C back";

    public WalkState Enter(in WalkState state) => state with { Compass = CompassState.None };

    public WalkState Leave(in WalkState state) => state with { Compass = null };

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        bool close = command == Command.Compass;
        result = close ? Leave(state) with { Mode = WalkMode.Fly } : state;
        return close;
    }

    public WalkState Advance(in WalkState state) => Stepping.Step(state, settings);

    public WalkState PointAt(in WalkState state, int tile) =>
        tile == state.Compass!.Pointed ? state : state with { Compass = new CompassState(tile) };

    public WalkState Pick(in WalkState state, int tile) =>
        tile is >= 0 and < CompassTiles.Count ? Moves.FlyTo(state, CompassTiles.Place(state, tile), settings) : state;

    public void Order(in WalkState state, PictureOrder order) => CompassTiles.Order(state, order);
}
