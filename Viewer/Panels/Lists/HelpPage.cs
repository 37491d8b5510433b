using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using LatentWalk.Walking.Menus;

namespace LatentWalk.Viewer.Panels.Lists;

/// <summary>The help: first what one needs in the first minute, then every key, with the keys as they are bound now.</summary>
internal static class HelpPage
{
    public static ListPage Make(KeyMap keys, ButtonMap buttons) => new(
        "Help", "↑↓ read on  ←→ page  ESC back",
        ("START", Start(keys)), ("MOUSE", Mouse()), ("GAMEPAD", Gamepad(buttons)), ("ALL KEYS", All(keys)));

    private static ListLine[] Start(KeyMap keys)
    {
        string ways = string.Concat(
            keys.ShortCaption(Command.Forward), keys.ShortCaption(Command.Left), keys.ShortCaption(Command.Backward), keys.ShortCaption(Command.Right));
        return
        [
            new("Fly", ways + " or the arrows", "Every way changes the face along one direction that the generator learned. Nothing is lost: undo goes back."),
            new("A random face", keys.Caption(Command.Random), "Flies there; press it again and again."),
            new("Walk by itself", keys.Caption(Command.AutoWalk), "From face to face without hands; the same key stops it."),
            new("Back to a face you liked", keys.Caption(Command.Undo), "Undoes the last move, as often as you like; redo is " + keys.Caption(Command.Redo) + "."),
            new("Turn time back", keys.Caption(Command.Rewind), "Hold it: the walk runs backwards. Let go where you want to go on."),
            new("Save it as a PNG", keys.Caption(Command.Save), "Drop the PNG on this window later and you are back at this face."),
            new("Keep it on the shelf", keys.Caption(Command.Keep), "The shelf survives restarts; " + keys.Caption(Command.Shelf) + " opens it."),
            new("64 faces at once", keys.Caption(Command.Grid), "Choose one with the arrows or the mouse."),
            new("More or less variety", "wheel, " + keys.ShortCaption(Command.TruncationUp) + " or " + keys.ShortCaption(Command.TruncationDown), "Less is closer to the average face and cleaner, more is stranger."),
            new("Steer something else", keys.ShortCaption(Command.PreviousAxes) + " or " + keys.ShortCaption(Command.NextAxes), "Three other directions for the same keys."),
            new("Everything else", keys.Caption(Command.Cancel) + " or right click", "The menu lists every command with its key."),
        ];
    }

    private static ListLine[] Mouse() =>
    [
        new("Fly", "drag", "In the plane of the first two axes; let go while moving and it coasts."),
        new("Third axis", "right drag", "Up and down."),
        new("More or less variety", "wheel", "In lists the wheel moves the mark."),
        new("Choose a tile, a line, a place", "click", "In the modes with tiles, in lists, on the map."),
        new("Menu", "right click", "Every command is in it."),
        new("A random face", "middle click", "Flies there."),
        new("Undo and redo", "side buttons", "Where the mouse has them."),
        new("Full screen", "double click", "On the picture; the same leaves it."),
        new("Open", "drop files", "A saved PNG, an .onnx, a run folder, a checkpoint, a walk; several at once."),
    ];

    private static ListLine[] Gamepad(ButtonMap buttons)
    {
        List<ListLine> lines =
        [
            new("Fly", "left stick", "As far as it is pushed, so fast."),
            new("Third axis, variety", "right stick", "Left and right, up and down."),
            new("Turn time back", "left trigger", "As long as it is pulled."),
            new("More variety", "right trigger", "As far as it is pulled, so fast."),
        ];
        foreach (CommandInfo info in CommandTable.All)
        {
            if (buttons.Of(info.Command).Count > 0)
            {
                lines.Add(new ListLine(info.Name, buttons.Caption(info.Command), info.Sentence));
            }
        }

        return [.. lines];
    }

    private static ListLine[] All(KeyMap keys) =>
        [.. CommandTable.All.Select(info => new ListLine(
            info.Name, keys.Caption(info.Command), info.Sentence))];
}
