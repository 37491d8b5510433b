using System.Collections.Frozen;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>Which key does what: the one table that the window, the input scripts and the help overlay read.</summary>
internal static class KeyMap
{
    public static IReadOnlyList<KeyBinding> Bindings { get; } =
    [
        new(Command.Forward, [Key.W, Key.Up], "W / UP", "forward, along the first axis"),
        new(Command.Backward, [Key.S, Key.Down], "S / DOWN", "backward"),
        new(Command.Left, [Key.A, Key.Left], "A / LEFT", "left, along the second axis"),
        new(Command.Right, [Key.D, Key.Right], "D / RIGHT", "right"),
        new(Command.ThirdUp, [Key.E], "E", "up, along the third axis"),
        new(Command.ThirdDown, [Key.Q], "Q", "down"),
        new(Command.Fast, [Key.ShiftLeft, Key.ShiftRight], "SHIFT", "faster"),
        new(Command.Precise, [Key.ControlLeft, Key.ControlRight], "CTRL", "slow and precise"),
        new(Command.Rewind, [Key.R], "R", "hold: time runs backwards"),
        new(Command.Random, [Key.Space], "SPACE", "fly to a random face"),
        new(Command.AutoWalk, [Key.Tab], "TAB", "walk by itself, on and off"),
        new(Command.Pick, [Key.Enter, Key.KeypadEnter], "ENTER", "choose what is marked"),
        new(Command.Undo, [Key.Z, Key.Backspace], "Z / BACKSPACE", "undo the last move"),
        new(Command.Redo, [Key.Y], "Y", "redo it"),
        new(Command.TruncationUp, [Key.Equal, Key.PageUp, Key.KeypadAdd], "+ / PAGE UP", "more variety (truncation)"),
        new(Command.TruncationDown, [Key.Minus, Key.PageDown, Key.KeypadSubtract], "- / PAGE DOWN", "closer to the average face"),
        new(Command.NextAxes, [Key.RightBracket], "]", "fly along the next three directions"),
        new(Command.PreviousAxes, [Key.LeftBracket], "[", "and the three before"),
        new(Command.NextForwardAxis, [Key.F7], "F7", "another direction for forward"),
        new(Command.NextRightAxis, [Key.F8], "F8", "another direction for right"),
        new(Command.NextThirdAxis, [Key.F9], "F9", "another direction for up"),
        new(Command.NextClass, [Key.Period], ".", "the next class"),
        new(Command.PreviousClass, [Key.Comma], ",", "the class before"),
        new(Command.Save, [Key.P], "P", "save this face as a PNG"),
        new(Command.Keep, [Key.K], "K", "keep this face on the shelf"),
        new(Command.Shelf, [Key.L], "L", "the shelf"),
        new(Command.Burst, [Key.F6], "F6", "save a burst of faces"),
        new(Command.Record, [Key.F5], "F5", "record the flight; again: stop"),
        new(Command.Bookmark1, [Key.Number1], "1", "go to this bookmark; CTRL: set it"),
        new(Command.Bookmark2, [Key.Number2], "2", "the same"),
        new(Command.Bookmark3, [Key.Number3], "3", "the same"),
        new(Command.Bookmark4, [Key.Number4], "4", "the same"),
        new(Command.Bookmark5, [Key.Number5], "5", "the same"),
        new(Command.Bookmark6, [Key.Number6], "6", "the same"),
        new(Command.Bookmark7, [Key.Number7], "7", "the same"),
        new(Command.Bookmark8, [Key.Number8], "8", "the same"),
        new(Command.Bookmark9, [Key.Number9], "9", "the same"),
        new(Command.Fly, [Key.F], "F", "Fly: the face, and the stick in your hands"),
        new(Command.Compass, [Key.C], "C", "Compass: what each way would show"),
        new(Command.Grid, [Key.G], "G", "Grid: 64 at once, neighbours, then others"),
        new(Command.Breed, [Key.B], "B", "Breed: parents and their children"),
        new(Command.Mix, [Key.M], "M", "Mix: truncation, class, a blend of faces"),
        new(Command.Journey, [Key.J], "J", "Journey: key frames, loops, playback"),
        new(Command.Timeline, [Key.T], "T", "Timeline: this face through the training"),
        new(Command.Compare, [Key.V], "V", "Compare: two generators, one latent"),
        new(Command.Inspect, [Key.I], "I", "Inspect: layers, nearest training picture"),
        new(Command.Attract, [Key.O], "O", "Attract: an endless loop"),
        new(Command.Minimap, [Key.N], "N", "the map of where you have been"),
        new(Command.Filter, [Key.U], "U", "how the picture is enlarged"),
        new(Command.Hud, [Key.H], "H", "show or hide the text"),
        new(Command.Overlay, [Key.F3], "F3", "times and counts"),
        new(Command.FullScreen, [Key.F11], "F11", "full screen"),
        new(Command.Help, [Key.F1], "F1", "this help"),
        new(Command.Settings, [Key.F2], "F2", "settings"),
        new(Command.Menu, [Key.Menu], "MENU", "every command in a list"),
        new(Command.Cancel, [Key.Escape], "ESC", "close what is open, then the menu"),
        new(Command.Quit, [Key.F10], "F10", "quit"),
    ];

    /// <summary>What the mouse, files and a gamepad do: for the help only.</summary>
    public static IReadOnlyList<(string Caption, string Text)> Others { get; } =
    [
        ("MOUSE DRAG", "fly in the plane of the first two"),
        ("WHEEL", "truncation"),
        ("CLICK", "choose a face in the grid"),
        ("DROP A FILE", "a saved PNG, an .onnx or a run folder"),
        ("GAMEPAD", "sticks fly, A random, B back, X save, Y walk"),
    ];

    private static readonly FrozenDictionary<Key, Command> Commands = Bindings
        .SelectMany(binding => binding.Keys, (binding, key) => KeyValuePair.Create(key, binding.Command))
        .ToFrozenDictionary();

    public static bool TryGet(Key key, out Command command) => Commands.TryGetValue(key, out command);
}
