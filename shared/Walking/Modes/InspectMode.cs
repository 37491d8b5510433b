namespace LatentWalk.Walking.Modes;

/// <summary>What the generator makes the face of: its layers, page by page, and the training pictures nearest to it. Flight goes on.</summary>
public sealed class InspectMode(FlightSettings settings) : IWalkMode
{
    public WalkMode Mode => WalkMode.Inspect;

    public string Name => "Inspect";

    public string Line(in WalkState state) => "inside the generator: [ ] or wheel other layers   WASD fly   I or ESC back";

    public WalkState Enter(in WalkState state) => state;

    public WalkState Leave(in WalkState state) => state;

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        (result, bool known) = command switch
        {
            Command.NextAxes => (Turn(state, 1), true),
            Command.PreviousAxes => (Turn(state, -1), true),
            Command.Inspect => (state with { Mode = WalkMode.Fly }, true),
            _ => (state, false),
        };
        return known;
    }

    public bool TryWheel(in WalkState state, float notches, out WalkState result)
    {
        result = Turn(state, -Math.Sign(notches));
        return true;
    }

    public WalkState Advance(in WalkState state) => Stepping.Step(state, settings);

    public WalkState PointAt(in WalkState state, int tile) => state;

    public WalkState Pick(in WalkState state, int tile) => state;

    public void Order(in WalkState state, PictureOrder order) => order.Arrangement = Arrangement.Half;

    /// <summary>The layer to show of so many; the page turns round at both ends.</summary>
    public static int Page(in WalkState state, int layers) => layers == 0 ? 0 : ((state.InspectPage % layers) + layers) % layers;

    private static WalkState Turn(in WalkState state, int by) => state with { InspectPage = state.InspectPage + by };
}
