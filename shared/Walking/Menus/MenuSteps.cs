namespace LatentWalk.Walking.Menus;

/// <summary>Hands stay where they are: the keys and buttons that fly also move through lists.</summary>
public static class MenuSteps
{
    public static MenuStep Of(Command command) => command switch
    {
        Command.Forward => MenuStep.Up,
        Command.Backward => MenuStep.Down,
        Command.Left or Command.PreviousAxes => MenuStep.Left,
        Command.Right or Command.NextAxes => MenuStep.Right,
        Command.TruncationUp => MenuStep.PageUp,
        Command.TruncationDown => MenuStep.PageDown,
        Command.Pick or Command.Random => MenuStep.Choose,
        Command.Cancel or Command.Undo or Command.Menu => MenuStep.Close,
        _ => MenuStep.None,
    };
}
