using System.Collections.Frozen;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>Which key does what: the one table that the window, the input scripts and the help overlay read.</summary>
internal static class KeyMap
{
    public static IReadOnlyList<KeyBinding> Bindings { get; } =
    [
        new(Command.Forward, [Key.W, Key.Up], "W / UP", "forward, along the first direction"),
        new(Command.Backward, [Key.S, Key.Down], "S / DOWN", "backward"),
        new(Command.Left, [Key.A, Key.Left], "A / LEFT", "left, along the second direction"),
        new(Command.Right, [Key.D, Key.Right], "D / RIGHT", "right"),
        new(Command.ThirdUp, [Key.E], "E", "up, along the third direction"),
        new(Command.ThirdDown, [Key.Q], "Q", "down"),
        new(Command.Fast, [Key.ShiftLeft, Key.ShiftRight], "SHIFT", "faster"),
        new(Command.Precise, [Key.ControlLeft, Key.ControlRight], "CTRL", "slow and precise"),
        new(Command.Random, [Key.Space], "SPACE", "fly to a random face"),
        new(Command.AutoWalk, [Key.Tab], "TAB", "walk by itself, on and off"),
        new(Command.Grid, [Key.G], "G", "64 at once: neighbours, then others"),
        new(Command.Pick, [Key.Enter, Key.KeypadEnter], "ENTER", "fly to the face chosen in the grid"),
        new(Command.Back, [Key.Z, Key.Backspace], "Z / BACKSPACE", "back to where the last move began"),
        new(Command.Save, [Key.P], "P", "save this face as a PNG"),
        new(Command.TruncationUp, [Key.Equal, Key.PageUp, Key.KeypadAdd], "+ / PAGE UP", "more variety (truncation)"),
        new(Command.TruncationDown, [Key.Minus, Key.PageDown, Key.KeypadSubtract], "- / PAGE DOWN", "closer to the average face"),
        new(Command.Hud, [Key.H], "H", "show or hide the text"),
        new(Command.FullScreen, [Key.F11], "F11", "full screen"),
        new(Command.Help, [Key.F1], "F1", "this help"),
        new(Command.Cancel, [Key.Escape], "ESC", "close, leave full screen, quit"),
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
