using System.Numerics;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking;

/// <summary>(state, action) → state. Pure: no clock, no files, no window, no randomness but the state's own.</summary>
public sealed class WalkReducer
{
    private readonly FlightSettings settings;
    private readonly WalkModes modes;
    private readonly Pressing pressing;

    public WalkReducer(FlightSettings settings)
    {
        this.settings = settings;
        modes = new WalkModes(settings);
        pressing = new Pressing(settings, modes);
    }

    public WalkModes Modes => modes;

    public WalkState Reduce(in WalkState state, in WalkAction action) =>
        state.Mode == WalkMode.Attract && AttractMode.IsTouchedBy(action) ? TakeOver(state, action) : Apply(state, action);

    private WalkState Apply(in WalkState state, in WalkAction action) => action.Kind switch
    {
        WalkActionKind.Step => Step(state),
        WalkActionKind.Steer => Touched(state, action.Input.IsIdle) with { Input = action.Input },
        WalkActionKind.Press => pressing.Press(Touched(state), action.Command),
        WalkActionKind.DragStart => Moves.Begin(Touched(state)) with { Dragging = true, Velocity = Vector3.Zero },
        WalkActionKind.DragBy => DragBy(Touched(state), action),
        WalkActionKind.DragEnd => state with { Dragging = false, Dragged = Vector3.Zero },
        WalkActionKind.Truncate => pressing.Truncate(Touched(state), action.Amount),
        WalkActionKind.PointAt => modes.Of(state.Mode).PointAt(Touched(state), action.Index),
        WalkActionKind.PickTile => modes.Of(state.Mode).Pick(Touched(state), action.Index),
        WalkActionKind.SetMode => modes.Switch(state, (WalkMode)action.Index),
        WalkActionKind.Show => state with { Screen = (Screen)action.Index, Line = 0 },
        WalkActionKind.ChooseLine => Touched(state) with { Line = action.Index },
        WalkActionKind.Touch => Touched(state),
        WalkActionKind.Pace => state with { Pace = action.Amount },
        WalkActionKind.Enter => Enter(state, action),
        WalkActionKind.GoTo => Stand(Moves.Jump(state, action.Place!), action),
        WalkActionKind.FlyTo => Moves.FlyTo(state, action.Place!, settings, action.Classes) with { TruncationGoal = action.Amount },
        WalkActionKind.SetFavourites => state with { Favourites = action.Favourites! },
        WalkActionKind.SetStops => SetStops(state, action.Stops!),
        WalkActionKind.SetOther => state with { OtherName = action.Text },
        WalkActionKind.SetPlan => state with { Route = RouteState.Of(action.Plan!) },
        WalkActionKind.Wheel => Turn(Touched(state), action.Amount),
        WalkActionKind.Slide => modes.Of(state.Mode) is ISliderMode mode ? mode.Slide(Touched(state), action.Index, Math.Clamp(action.Amount, 0, 1)) : state,
        WalkActionKind.PickOnMap => MapRules.Pick(Touched(state), action.Drag, action.Amount, settings),
        WalkActionKind.SetComfort => state with { AttractSeconds = action.Amount, ReducedMotion = action.Index != 0 },
        WalkActionKind.Say => state with { Toast = action.Text, ToastSeconds = settings.ToastSeconds },
        WalkActionKind.Fail => state with { Problem = action.Text },
        WalkActionKind.Recover => state with { Problem = null },
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.Kind, "unknown action"),
    };

    // Whoever touches anything stands where the picture is. What moves goes on to move it; a key does no more than wake.
    private WalkState TakeOver(in WalkState state, in WalkAction action)
    {
        WalkState taken = Touched(modes.Switch(state, WalkMode.Fly));
        return action.Kind is WalkActionKind.Steer or WalkActionKind.DragStart
            || (action.Kind == WalkActionKind.Press && (action.Command == Command.Quit || WalkModes.TryModeOf(action.Command, out _)))
            ? Apply(taken, action)
            : taken;
    }

    // Whoever looks at the newest checkpoint goes on looking at the newest.
    private static WalkState SetStops(in WalkState state, IReadOnlyList<long> stops) => state with
    {
        Stops = stops,
        StopPosition = state.StopPosition >= state.Stops.Count - 1 ? Math.Max(0, stops.Count - 1) : Math.Min(state.StopPosition, Math.Max(0, stops.Count - 1)),
    };

    private WalkState Turn(in WalkState state, float notches) =>
        modes.Of(state.Mode).TryWheel(state, notches, out WalkState next) ? next : pressing.Truncate(state, notches * Pressing.TruncationStep);

    private WalkState Step(in WalkState state)
    {
        WalkState next = state with { IdleSeconds = state.Input.IsIdle && !state.Dragging ? state.IdleSeconds + settings.StepSeconds : 0 };
        if (next.Toast is not null)
        {
            double left = next.ToastSeconds - settings.StepSeconds;
            next = left > 0 ? next with { ToastSeconds = left } : next with { Toast = null, ToastSeconds = 0 };
        }

        if (AttractMode.IsDue(next))
        {
            next = modes.Switch(next, WalkMode.Attract);
        }

        next = EaseTruncation(next);
        return next.MapCursor is null
            ? modes.Of(next.Mode).Advance(next)
            : modes.Of(next.Mode).Advance(next with { Input = default }) with { Input = next.Input };
    }

    private WalkState EaseTruncation(in WalkState state)
    {
        if (state.Truncation == state.TruncationGoal && state.Input.Truncation == 0)
        {
            return state;
        }

        float seconds = (float)settings.StepSeconds;
        float goal = Math.Clamp(state.TruncationGoal + state.Input.Truncation * settings.TruncationRate * seconds, 0, settings.LargestTruncation);
        float left = (state.Truncation - goal) * MathF.Exp(-settings.TruncationEase * seconds);
        return state with { TruncationGoal = goal, Truncation = MathF.Abs(left) < 5e-4f ? goal : goal + left };
    }

    private static WalkState Touched(in WalkState state, bool idle = false) =>
        idle || state.IdleSeconds == 0 ? state : state with { IdleSeconds = 0 };

    private static WalkState DragBy(in WalkState state, in WalkAction action)
    {
        if (!state.Dragging)
        {
            return state;
        }

        Vector3 radians = new Vector3(action.Drag.Y, action.Drag.X, action.Amount) * state.Chart.Ways;
        return state with
        {
            Pose = state.Pose.Turn(radians),
            Dragged = state.Dragged + radians,
            Travelled = state.Travelled + radians.Length(),
        };
    }

    private static WalkState Stand(in WalkState state, in WalkAction action) => state with
    {
        Truncation = action.Amount,
        TruncationGoal = action.Amount,
        Classes = state.ClassesOr(action.Classes),
    };

    private static WalkState Enter(in WalkState state, in WalkAction action)
    {
        WalkModel model = action.Model!;
        bool sameSize = model.ZDim == state.Model.ZDim && state.Tape is not null;
        bool samePlace = action.Place is null && sameSize;
        AxisTriple axes = model.Directions.Count == state.Model.Directions.Count ? state.Axes : AxisTriple.First;
        WalkState entered;
        if (samePlace)
        {
            entered = Moves.Stop(state with
            {
                Preview = null,
                Playback = null,
                Model = model,
                Axes = axes,
                Headings = WalkState.HeadingsOf(model, axes),
                Classes = model.Classes == state.Classes.Length ? state.Classes : WalkState.OneClass(model.Classes, 0),
                AnyClass = model.Classes == state.Classes.Length ? state.AnyClass : model.Classes > 1,
                Problem = null,
            }) with
            {
                Preview = state.Preview,    // another checkpoint of the same run must not end what is going on
                Playback = state.Playback,
            };
        }
        else
        {
            entered = WalkState.Begin(model, state.WalkSeed) with
            {
                Draws = state.Draws,
                Input = state.Input,
                Screen = state.Screen,
                Line = state.Line,
                Minimap = state.Minimap,
                Hud = state.Hud,
                Overlay = state.Overlay,
                FullScreen = state.FullScreen,
                Toast = state.Toast,
                ToastSeconds = state.ToastSeconds,
                History = sameSize ? state.History : null,
                Tape = sameSize ? state.Tape : null,
                Favourites = state.Favourites,
                OtherName = state.OtherName,
                Route = sameSize ? state.Route : null,
                AttractSeconds = state.AttractSeconds,
                ReducedMotion = state.ReducedMotion,
            };
        }

        return action.Place is { } place ? Stand(Moves.Jump(entered, place), action) : entered;
    }
}
