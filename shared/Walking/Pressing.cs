using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking;

/// <summary>What a pressed command does. The topmost layer that knows the command takes it: screen, mode, walk.</summary>
internal sealed class Pressing(FlightSettings settings, WalkModes modes)
{
    public const float TruncationStep = 0.05f;

    public WalkState Press(in WalkState state, Command command)
    {
        if (state.MapCursor is not null && state.Screen == Screen.Play && TryPressMap(state, command, out WalkState chosen))
        {
            return chosen;
        }

        switch (command)
        {
            case Command.Help:
                return Toggle(state, Screen.Help);
            case Command.Shelf:
                return Toggle(state, Screen.Shelf);
            case Command.Settings:
                return Toggle(state, Screen.Settings);
            case Command.Menu:
                return Toggle(state, Screen.Menu);
            case Command.Hud:
                return state with { Hud = !state.Hud };
            case Command.Overlay:
                return state with { Overlay = !state.Overlay };
            case Command.Minimap:
                return !state.Minimap ? state with { Minimap = true }
                    : state.History is not null ? state with { MapCursor = 0 }
                    : state with { Minimap = false };
            case Command.FullScreen:
                return state with { FullScreen = !state.FullScreen };
            case Command.Quit:
                return state with { Quitting = true };
            case Command.Cancel:
                return Cancel(state);
        }

        if (WalkModes.TryModeOf(command, out WalkMode mode) && mode != state.Mode)
        {
            return modes.Switch(state, mode);
        }

        if (modes.Of(state.Mode).TryPress(state, command, out WalkState next))
        {
            return next;
        }

        return Bookmarks.TryNumberOf(command, out int number) ? Bookmarks.Press(state, number, settings) : PressWalk(state, command);
    }

    /// <summary>Another truncation; the first change at a place can be taken back.</summary>
    public WalkState Truncate(in WalkState state, float change)
    {
        float goal = MathF.Round(Math.Clamp(state.TruncationGoal + change, 0, settings.LargestTruncation) * 1000) / 1000;
        return goal == state.TruncationGoal
            ? state
            : (state.IsResting ? Moves.RememberHere(state) : state) with { TruncationGoal = goal };
    }

    private WalkState PressWalk(in WalkState state, Command command) => command switch
    {
        Command.Random => Moves.FlyToRandom(state, settings),
        Command.AutoWalk => Moves.ToggleAutoWalk(state, settings),
        Command.Undo => Moves.Undo(state, settings),
        Command.Redo => Moves.Redo(state, settings),
        Command.TruncationUp => Truncate(state, TruncationStep),
        Command.TruncationDown => Truncate(state, -TruncationStep),
        Command.NextAxes => Steer(state, state.Axes.Shift(3, state.Model.Directions.Count)),
        Command.PreviousAxes => Steer(state, state.Axes.Shift(-3, state.Model.Directions.Count)),
        Command.NextForwardAxis => Steer(state, state.Axes.Next(0, state.Model.Directions.Count)),
        Command.NextRightAxis => Steer(state, state.Axes.Next(1, state.Model.Directions.Count)),
        Command.NextThirdAxis => Steer(state, state.Axes.Next(2, state.Model.Directions.Count)),
        Command.NextClass => ChooseClass(state, 1),
        Command.PreviousClass => ChooseClass(state, -1),
        _ => state,    // held commands arrive as FlightInput; saving, keeping and recording are the session's
    };

    // The keys that fly go through the places instead.
    private bool TryPressMap(in WalkState state, Command command, out WalkState result)
    {
        (result, bool known) = command switch
        {
            Command.Left or Command.Forward => (MapRules.Move(state, 1), true),
            Command.Right or Command.Backward => (MapRules.Move(state, -1), true),
            Command.Pick or Command.Random => (MapRules.Choose(state, settings), true),
            Command.Cancel or Command.Undo => (state with { MapCursor = null }, true),
            Command.Minimap => (state with { MapCursor = null, Minimap = false }, true),
            _ => (state, false),
        };
        return known;
    }

    // One layer at a time, the topmost first; with nothing left to close, the menu, where one can quit.
    private WalkState Cancel(in WalkState state) => state switch
    {
        { Problem: not null } => state with { Problem = null },
        { Screen: Screen.Title } => state with { Quitting = true },
        { Screen: not Screen.Play } => state with { Screen = Screen.Play, Line = 0 },
        { Mode: not WalkMode.Fly } => modes.Switch(state, WalkMode.Fly),
        _ => state with { Screen = Screen.Menu, Line = 0 },
    };

    private static WalkState Toggle(in WalkState state, Screen screen) =>
        state with { Screen = state.Screen == screen ? Screen.Play : screen, Line = 0 };

    private static WalkState Steer(in WalkState state, AxisTriple axes) => axes == state.Axes
        ? state
        : Moves.Turn(state with { Axes = axes, Headings = WalkState.HeadingsOf(state.Model, axes) });

    // Around through the classes; between the last and the first of them none is chosen, and new faces are of any.
    private WalkState ChooseClass(in WalkState state, int by)
    {
        int count = state.Classes.Length;
        if (count == 0)
        {
            return state;
        }

        int chosen = Array.IndexOf(state.Classes, state.Classes.Max()) + by;
        if (count > 1 && !state.AnyClass && (chosen < 0 || chosen == count))
        {
            return state with { AnyClass = true, Toast = "new faces: of any class", ToastSeconds = settings.ToastSeconds };
        }

        chosen = (chosen + count) % count;
        return Moves.RememberHere(state) with
        {
            Classes = WalkState.OneClass(count, chosen),
            AnyClass = false,
            Toast = $"new faces: {state.Model.ClassName(chosen)} only",
            ToastSeconds = settings.ToastSeconds,
        };
    }
}
