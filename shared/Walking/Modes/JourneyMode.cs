namespace LatentWalk.Walking.Modes;

/// <summary>Key frames in a row, and a flight through them in a given time. One flies as usual to find them.</summary>
public sealed class JourneyMode(FlightSettings settings) : IWalkMode, ISliderMode
{
    private const int MostColumns = 12;

    public WalkMode Mode => WalkMode.Journey;

    public string Name => "Journey";

    public string Line(in WalkState state) => state.Route!.Plan.Frames.Count switch
    {
        0 => "fly to a face you like, ENTER makes it a key frame   ESC back",
        1 => "one more: fly on, or SPACE for a new face, then ENTER   ESC back",
        _ when state.PlaySpeed > 0 && state.Playback is not null => "TAB pause   [ ] choose a row   , . change it   ESC back",
        _ => "TAB play  ENTER add  - remove  P save  [ ] row  , . change  ESC back",
    };

    public WalkState Enter(in WalkState state) => state.Route is null ? state with { Route = RouteState.Of(JourneyPlan.Empty) } : state;

    public WalkState Leave(in WalkState state) => state.Playback is null ? state : Moves.Settle(state);

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        RouteState route = state.Route!;
        (result, bool known) = command switch
        {
            Command.Pick or Command.TruncationUp => (RouteRules.AddHere(state), true),
            Command.TruncationDown => (RouteRules.Remove(state), true),
            Command.AutoWalk => (RouteRules.TogglePlay(state), true),
            Command.NextAxes => (state with { Route = route with { Row = (route.Row + 1) % JourneySliders.Count } }, true),
            Command.PreviousAxes => (state with { Route = route with { Row = (route.Row + JourneySliders.Count - 1) % JourneySliders.Count } }, true),
            Command.NextClass => (JourneySliders.Nudge(state, 1, settings), true),
            Command.PreviousClass => (JourneySliders.Nudge(state, -1, settings), true),
            Command.Undo when route.Earlier is not null && ReferenceEquals(route.ChangedAt, state.History) => (RouteRules.TakeBack(state), true),
            Command.Journey => (state, true),
            _ => (state, false),
        };
        return known;
    }

    public bool TryWheel(in WalkState state, float notches, out WalkState result)
    {
        result = JourneySliders.Nudge(state, Math.Sign(notches), settings);
        return true;
    }

    public WalkState Advance(in WalkState state) =>
        state.Playback is not null && !state.Input.IsSteering && !state.Input.Rewind && !state.Dragging
            ? Playing.Step(state)
            : Stepping.Step(state, settings);

    public WalkState PointAt(in WalkState state, int tile) => state;

    public WalkState Pick(in WalkState state, int tile) =>
        tile >= 0 && tile < state.Route!.Plan.Frames.Count ? RouteRules.ChooseFrame(state, tile, settings) : state;

    public void Order(in WalkState state, PictureOrder order)
    {
        order.Sliders = SliderCount(state);
        RouteState route = state.Route!;
        if (route.Places.Count == 0)
        {
            return;
        }

        KeyFrame chosen = route.Plan.Frames[Math.Max(0, route.Cursor)];
        order.SetTiles(state, route.Places, Math.Min(MostColumns, route.Places.Count), Arrangement.Strip);
        order.Tiles.Truncation = chosen.Truncation;
        order.Tiles.Classes = chosen.Classes;
    }

    public int SliderCount(in WalkState state) => state.Route!.Plan.Frames.Count < 2 ? 0 : JourneySliders.Count;

    public int ChosenSlider(in WalkState state) => state.Route!.Row;

    public string SliderName(in WalkState state, int slider) => JourneySliders.Name(slider);

    public float SliderShare(in WalkState state, int slider) => JourneySliders.Share(state, slider);

    public int WriteSlider(in WalkState state, int slider, Span<char> text) => JourneySliders.Write(state, slider, text);

    public WalkState Slide(in WalkState state, int slider, float share) =>
        slider < SliderCount(state) ? JourneySliders.Slide(state, slider, share, settings) : state;
}
