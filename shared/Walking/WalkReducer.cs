using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>(state, action, seconds) → state. Pure: no clock, no files, no window, no randomness but the state's own.</summary>
public sealed class WalkReducer(FlightSettings settings)
{
    private const float TruncationStep = 0.05f;

    private readonly Advancing advancing = new(settings);

    /// <param name="state">The walk so far.</param>
    /// <param name="action">What happens to it.</param>
    /// <param name="seconds">Time that passes; only <see cref="WalkActionKind.Advance"/> takes any.</param>
    public WalkState Reduce(in WalkState state, in WalkAction action, double seconds = 0) => action.Kind switch
    {
        WalkActionKind.Advance => advancing.Advance(state, action.Input, seconds),
        WalkActionKind.Press => Press(state, action.Command),
        WalkActionKind.DragStart => state.Grid is null ? Moves.Begin(state) with { Dragging = true, Velocity = Vector3.Zero } : state,
        WalkActionKind.DragBy => DragBy(state, action.Drag),
        WalkActionKind.DragEnd => state with { Dragging = false, Dragged = Vector2.Zero },
        WalkActionKind.Truncate => Truncate(state, action.Amount),
        WalkActionKind.PointAtCell => state.Grid is { } grid && IsCell(action.Cell) ? state with { Grid = grid with { Cursor = action.Cell } } : state,
        WalkActionKind.PickCell => Pick(state, action.Cell),
        WalkActionKind.Enter => Enter(state, action),
        WalkActionKind.GoTo => GoTo(state, action.Place!, action.Amount),
        WalkActionKind.Say => state with { Toast = action.Text, ToastSeconds = settings.ToastSeconds },
        WalkActionKind.Fail => state with { Problem = action.Text },
        WalkActionKind.Recover => state with { Problem = null },
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.Kind, "unknown action"),
    };

    private WalkState Press(in WalkState state, Command command) => command switch
    {
        Command.Random when state.Grid is not null => OpenGrid(state, GridKind.Seeds),
        Command.Random => Moves.FlyToRandom(state, settings),
        Command.AutoWalk when state.Grid is not null => state,
        Command.AutoWalk => Moves.ToggleAutoWalk(state, settings),
        Command.Grid => NextGrid(state),
        Command.Back when state.Grid is not null => state with { Grid = null },
        Command.Back => Moves.GoBack(state, settings),
        Command.TruncationUp => Truncate(state, TruncationStep),
        Command.TruncationDown => Truncate(state, -TruncationStep),
        Command.Pick when state.Grid is { } grid => Pick(state, grid.Cursor),
        Command.Forward when state.Grid is { } grid => state with { Grid = grid.Move(0, -1) },
        Command.Backward when state.Grid is { } grid => state with { Grid = grid.Move(0, 1) },
        Command.Left when state.Grid is { } grid => state with { Grid = grid.Move(-1, 0) },
        Command.Right when state.Grid is { } grid => state with { Grid = grid.Move(1, 0) },
        Command.Help => state with { Help = !state.Help },
        Command.Hud => state with { Hud = !state.Hud },
        Command.FullScreen => state with { FullScreen = !state.FullScreen },
        Command.Cancel => Cancel(state),
        _ => state,    // held commands arrive as FlightInput, saving is the session's
    };

    // One layer at a time, the topmost first; with nothing left to close, the window.
    private static WalkState Cancel(in WalkState state) => state switch
    {
        { Help: true } => state with { Help = false },
        { Problem: not null } => state with { Problem = null },
        { Grid: not null } => state with { Grid = null },
        { FullScreen: true } => state with { FullScreen = false },
        _ => state with { Quitting = true },
    };

    private static WalkState DragBy(in WalkState state, Vector2 radians) => state.Dragging
        ? state with
        {
            Pose = state.Pose.Turn(new Vector3(radians.Y, radians.X, 0) * state.Chart.Ways),
            Dragged = state.Dragged + radians,
            Travelled = state.Travelled + radians.Length(),
        }
        : state;

    private WalkState Truncate(in WalkState state, float change)
    {
        float goal = Math.Clamp(state.TruncationGoal + change, 0, settings.LargestTruncation);
        return state with { TruncationGoal = MathF.Round(goal * 1000) / 1000 };
    }

    private WalkState NextGrid(in WalkState state) => state.Grid?.Kind switch
    {
        null => OpenGrid(state, GridKind.Neighbours),
        GridKind.Neighbours => OpenGrid(state, GridKind.Seeds),
        _ => state with { Grid = null },
    };

    private WalkState OpenGrid(in WalkState state, GridKind kind)
    {
        WalkState standing = Moves.Stop(state);
        if (kind == GridKind.Neighbours)
        {
            return standing with { Grid = Grid.Around(standing.Chart.Origin, state.Model.Directions, settings.GridSpacing) };
        }

        Span<ulong> seeds = stackalloc ulong[Grid.Count];
        for (int cell = 0; cell < seeds.Length; cell++)
        {
            seeds[cell] = state.DrawSeed(state.Draws + (uint)cell);
        }

        return standing with { Grid = Grid.OfSeeds(seeds, state.Model.ZDim), Draws = state.Draws + (uint)seeds.Length };
    }

    private static bool IsCell(int cell) => cell is >= 0 and < Grid.Count;

    private static WalkState Pick(in WalkState state, int cell) => state.Grid is { } grid && IsCell(cell)
        ? Moves.Jump(state, grid.Cells[cell]) with { Grid = null }
        : state;

    private static WalkState GoTo(in WalkState state, Waypoint place, float truncation) =>
        Moves.Jump(state, place) with { Grid = null, Truncation = truncation, TruncationGoal = truncation };

    private static WalkState Enter(in WalkState state, in WalkAction action)
    {
        WalkModel model = action.Model!;
        bool samePlace = action.Place is null && model.ZDim == state.Model.ZDim && state.History is not null;
        WalkState entered = samePlace
            ? Moves.Stop(state with { Model = model }) with { Grid = null, Problem = null }
            : WalkState.Begin(model, state.WalkSeed) with
            {
                Draws = state.Draws,
                Help = state.Help,
                Hud = state.Hud,
                FullScreen = state.FullScreen,
                Toast = state.Toast,
                ToastSeconds = state.ToastSeconds,
                History = model.ZDim == state.Model.ZDim ? state.History : null,
            };
        return action.Place is { } place ? GoTo(entered, place, action.Amount) : entered;
    }
}
