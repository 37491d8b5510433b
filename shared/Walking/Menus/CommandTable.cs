using System.Collections.Frozen;

namespace LatentWalk.Walking.Menus;

/// <summary>Every command with its words: the one table that the menu, the help and the settings read.</summary>
public static class CommandTable
{
    /// <summary>In the order of the menu: by group, the most used first.</summary>
    public static IReadOnlyList<CommandInfo> All { get; } =
    [
        new(Command.Fly, MenuGroup.Modes, "Fly", "the face, and the stick in your hands"),
        new(Command.Compass, MenuGroup.Modes, "Compass", "the eight neighbours: what each way would show"),
        new(Command.Grid, MenuGroup.Modes, "Grid", "64 at once: around you, then elsewhere"),
        new(Command.Breed, MenuGroup.Modes, "Breed", "pick parents, get children"),
        new(Command.Mix, MenuGroup.Modes, "Mix", "truncation, class, a blend of favourites"),
        new(Command.Journey, MenuGroup.Modes, "Journey", "key frames, loops, playback"),
        new(Command.Timeline, MenuGroup.Modes, "Timeline", "this face through the training"),
        new(Command.Compare, MenuGroup.Modes, "Compare", "two generators side by side"),
        new(Command.Inspect, MenuGroup.Modes, "Inspect", "inside the network; nearest training picture"),
        new(Command.Attract, MenuGroup.Modes, "Attract", "an endless loop; any key takes over"),

        new(Command.Random, MenuGroup.Move, "Random face", "fly to a random face"),
        new(Command.AutoWalk, MenuGroup.Move, "Walk by itself", "from face to face, on and off"),
        new(Command.Undo, MenuGroup.Move, "Undo", "back to where the last move began"),
        new(Command.Redo, MenuGroup.Move, "Redo", "the move that was undone"),
        new(Command.Rewind, MenuGroup.Move, "Rewind", "hold: time runs backwards", IsHeld: true),
        new(Command.Forward, MenuGroup.Move, "Forward", "along the first axis", IsHeld: true),
        new(Command.Backward, MenuGroup.Move, "Backward", "the other way", IsHeld: true),
        new(Command.Right, MenuGroup.Move, "Right", "along the second axis", IsHeld: true),
        new(Command.Left, MenuGroup.Move, "Left", "the other way", IsHeld: true),
        new(Command.ThirdUp, MenuGroup.Move, "Up", "along the third axis", IsHeld: true),
        new(Command.ThirdDown, MenuGroup.Move, "Down", "the other way", IsHeld: true),
        new(Command.Fast, MenuGroup.Move, "Faster", "hold: three times the speed", IsHeld: true),
        new(Command.Precise, MenuGroup.Move, "Slower", "hold: slow and precise", IsHeld: true),
        new(Command.Pick, MenuGroup.Move, "Choose", "take what is marked"),
        new(Command.TruncationUp, MenuGroup.Move, "More variety", "truncation up: stranger faces"),
        new(Command.TruncationDown, MenuGroup.Move, "Less variety", "truncation down: closer to the average"),
        new(Command.NextAxes, MenuGroup.Move, "Next axes", "steer along three other directions"),
        new(Command.PreviousAxes, MenuGroup.Move, "Previous axes", "and the three before"),
        new(Command.NextForwardAxis, MenuGroup.Move, "Other forward axis", "another direction for forward"),
        new(Command.NextRightAxis, MenuGroup.Move, "Other right axis", "another direction for right"),
        new(Command.NextThirdAxis, MenuGroup.Move, "Other third axis", "another direction for up"),
        new(Command.NextClass, MenuGroup.Move, "Next class", "new faces keep to it; past the last: any"),
        new(Command.PreviousClass, MenuGroup.Move, "Previous class", "the same, the other way round"),

        new(Command.Save, MenuGroup.Keep, "Save picture", "this face as a PNG that leads back to it"),
        new(Command.Keep, MenuGroup.Keep, "Keep on shelf", "a favourite that survives restarts"),
        new(Command.Shelf, MenuGroup.Keep, "Shelf", "the favourites; choose one to return"),
        new(Command.Burst, MenuGroup.Keep, "Burst", "save a row of faces around this one"),
        new(Command.Record, MenuGroup.Keep, "Record", "the flight, for a film; again: stop"),
        new(Command.Film, MenuGroup.Keep, "Film", "the last recording as a film, every picture of it"),
        new(Command.Bookmark1, MenuGroup.Keep, "Bookmark 1", "go there; empty or with slow held: set it"),
        new(Command.Bookmark2, MenuGroup.Keep, "Bookmark 2", "go there, or set it"),
        new(Command.Bookmark3, MenuGroup.Keep, "Bookmark 3", "go there, or set it"),
        new(Command.Bookmark4, MenuGroup.Keep, "Bookmark 4", "go there, or set it"),
        new(Command.Bookmark5, MenuGroup.Keep, "Bookmark 5", "go there, or set it"),
        new(Command.Bookmark6, MenuGroup.Keep, "Bookmark 6", "go there, or set it"),
        new(Command.Bookmark7, MenuGroup.Keep, "Bookmark 7", "go there, or set it"),
        new(Command.Bookmark8, MenuGroup.Keep, "Bookmark 8", "go there, or set it"),
        new(Command.Bookmark9, MenuGroup.Keep, "Bookmark 9", "go there, or set it"),

        new(Command.Filter, MenuGroup.View, "Picture filter", "how the picture is enlarged"),
        new(Command.Minimap, MenuGroup.View, "Map", "where you have been; click to return"),
        new(Command.FullScreen, MenuGroup.View, "Full screen", "and back"),
        new(Command.Hud, MenuGroup.View, "Text", "show or hide it"),
        new(Command.Overlay, MenuGroup.View, "Numbers", "times and counts, for the curious"),

        new(Command.Cancel, MenuGroup.System, "Back", "close what is open, then this menu"),
        new(Command.Menu, MenuGroup.System, "Menu", "every command in a list"),
        new(Command.Help, MenuGroup.System, "Help", "what every key does"),
        new(Command.Settings, MenuGroup.System, "Settings", "keys, picture, text, gamepad"),
        new(Command.Quit, MenuGroup.System, "Quit", "leave Latent Walk"),
    ];

    private static readonly FrozenDictionary<Command, CommandInfo> ByCommand = All.ToFrozenDictionary(info => info.Command);

    public static CommandInfo Of(Command command) => ByCommand[command];

    /// <summary>Lines of the menu that belong to a group: where they begin in <see cref="All"/>, and how many.</summary>
    public static (int First, int Count) Lines(MenuGroup group)
    {
        int first = 0;
        while (All[first].Group != group)
        {
            first++;
        }

        int end = first;
        while (end < All.Count && All[end].Group == group)
        {
            end++;
        }

        return (first, end - first);
    }
}
