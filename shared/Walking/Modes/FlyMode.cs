namespace LatentWalk.Walking.Modes;

/// <summary>The face, and the hands on the stick.</summary>
public sealed class FlyMode(FlightSettings settings) : IWalkMode
{
    public WalkMode Mode => WalkMode.Fly;

    public string Name => "Fly";

    public string Line(in WalkState state) => "WASD fly   SPACE new face   R rewind   Z undo   K keep   ESC menu";

    public WalkState Enter(in WalkState state) => state;

    public WalkState Leave(in WalkState state) => state;

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        result = state;
        return false;
    }

    public WalkState Advance(in WalkState state) => Stepping.Step(state, settings);

    public WalkState PointAt(in WalkState state, int tile) => state;

    public WalkState Pick(in WalkState state, int tile) => state;

    public void Order(in WalkState state, PictureOrder order)
    {
    }
}
