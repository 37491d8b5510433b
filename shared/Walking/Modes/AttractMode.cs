namespace LatentWalk.Walking.Modes;

/// <summary>
/// A walk that nobody touches: a slow closed loop through random faces, with a look at the ways ahead or at all the
/// neighbours now and then. Whoever touches anything stands at once where the picture is.
/// </summary>
public sealed class AttractMode(FlightSettings settings) : IWalkMode
{
    private const int Faces = 9;
    private const double LegSeconds = 6;
    private const int CompassLeg = 2;
    private const int GridLeg = 5;
    private const double CompassSeconds = 9;
    private const double GridSeconds = 5;

    public WalkMode Mode => WalkMode.Attract;

    public string Name => "Attract";

    public string Line(in WalkState state) => "press anything to fly yourself";

    /// <summary>Whether an action comes from somebody's hands.</summary>
    public static bool IsTouchedBy(in WalkAction action) => action.Kind switch
    {
        WalkActionKind.Steer => !action.Input.IsIdle,
        WalkActionKind.Press or WalkActionKind.DragStart or WalkActionKind.Truncate or WalkActionKind.Wheel or WalkActionKind.Touch
            or WalkActionKind.PickTile or WalkActionKind.PointAt or WalkActionKind.Slide or WalkActionKind.PickOnMap => true,
        _ => false,
    };

    /// <summary>Whether nobody has touched anything for so long that the walk goes on by itself.</summary>
    public static bool IsDue(in WalkState state) => state.AttractSeconds > 0 && state.IdleSeconds >= state.AttractSeconds && !state.ReducedMotion
        && state.Mode is WalkMode.Fly or WalkMode.Compass && state.Screen == Screen.Play && state.IsResting && state.Problem is null && state.MapCursor is null;

    public WalkState Enter(in WalkState state)
    {
        if (state.ReducedMotion)
        {
            return state with { Mode = WalkMode.Fly, Toast = "reduced motion is on: nothing moves by itself", ToastSeconds = settings.ToastSeconds };
        }

        WalkState standing = Moves.RememberHere(state);
        KeyFrame[] frames = new KeyFrame[Faces];
        frames[0] = KeyFrame.Of(standing);
        for (int face = 1; face < Faces; face++)
        {
            uint draw = standing.Draws + (uint)face - 1;
            frames[face] = frames[0] with { Place = standing.DrawPlace(draw), Classes = standing.DrawClasses(draw) };
        }

        AttractState attract = new(new JourneyPlan(frames, Faces * LegSeconds, Easing.Flowing, true));
        return Moves.Play(standing, attract.Loop, 0, 1) with { Attract = attract, Draws = standing.Draws + Faces - 1 };
    }

    public WalkState Leave(in WalkState state) => (state.Playback is null ? state : Moves.Settle(state)) with { Attract = null, Grid = null, Compass = null };

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        result = state;
        return true;
    }

    public WalkState Advance(in WalkState state)
    {
        if (state.Playback is null)
        {
            return state with { Mode = WalkMode.Fly, Attract = null, Grid = null, Compass = null };    // something else moved the walker
        }

        AttractState attract = state.Attract!;
        WalkState next = Playing.Step(state);
        if (attract.Moment != WalkMode.Fly)
        {
            return state.IdleSeconds < attract.UntilSeconds
                ? next
                : Playing.At(next, attract.Loop.TimeAt(next.PlaySeconds), 1) with
                {
                    Attract = attract with { Moment = WalkMode.Fly },
                    Grid = null,
                    Compass = null,
                };
        }

        int leg = attract.Loop.LegAt(next.PlaySeconds).Leg;
        return leg == attract.Leg ? next : BeginMoment(next with { Attract = attract with { Leg = leg } }, leg);
    }

    public WalkState PointAt(in WalkState state, int tile) => state;

    public WalkState Pick(in WalkState state, int tile) => state;

    public void Order(in WalkState state, PictureOrder order)
    {
        if (state.Attract?.Moment == WalkMode.Compass)
        {
            CompassTiles.Order(state, order);
        }
        else if (state.Grid is { } grid)
        {
            order.SetTiles(state, grid.Cells, Grid.Columns, Arrangement.Tiles);
        }
    }

    // The grid is around one place, so the flight waits there meanwhile.
    private WalkState BeginMoment(in WalkState state, int leg) => leg switch
    {
        CompassLeg => state with
        {
            Attract = state.Attract! with { Moment = WalkMode.Compass, UntilSeconds = state.IdleSeconds + CompassSeconds },
            Compass = CompassState.None,
        },
        GridLeg => Playing.Pause(state) with
        {
            Attract = state.Attract! with { Moment = WalkMode.Grid, UntilSeconds = state.IdleSeconds + GridSeconds },
            Grid = Grid.Around(state.Here(), state.Headings, settings.GridSpacing),
        },
        _ => state,
    };
}
