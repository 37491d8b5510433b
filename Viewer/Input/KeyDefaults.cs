using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>The keys and gamepad buttons as they come.</summary>
internal static class KeyDefaults
{
    public static IReadOnlyDictionary<Command, Key[]> Keys { get; } = new Dictionary<Command, Key[]>
    {
        [Command.Forward] = [Key.W, Key.Up],
        [Command.Backward] = [Key.S, Key.Down],
        [Command.Left] = [Key.A, Key.Left],
        [Command.Right] = [Key.D, Key.Right],
        [Command.ThirdUp] = [Key.E],
        [Command.ThirdDown] = [Key.Q],
        [Command.Fast] = [Key.ShiftLeft, Key.ShiftRight],
        [Command.Precise] = [Key.ControlLeft, Key.ControlRight],
        [Command.Rewind] = [Key.R],
        [Command.Random] = [Key.Space],
        [Command.AutoWalk] = [Key.Tab],
        [Command.Pick] = [Key.Enter, Key.KeypadEnter],
        [Command.Undo] = [Key.Z, Key.Backspace],
        [Command.Redo] = [Key.Y],
        [Command.TruncationUp] = [Key.Equal, Key.PageUp, Key.KeypadAdd],
        [Command.TruncationDown] = [Key.Minus, Key.PageDown, Key.KeypadSubtract],
        [Command.NextAxes] = [Key.RightBracket],
        [Command.PreviousAxes] = [Key.LeftBracket],
        [Command.NextForwardAxis] = [Key.F7],
        [Command.NextRightAxis] = [Key.F8],
        [Command.NextThirdAxis] = [Key.F9],
        [Command.NextClass] = [Key.Period],
        [Command.PreviousClass] = [Key.Comma],
        [Command.Save] = [Key.P],
        [Command.Keep] = [Key.K],
        [Command.Shelf] = [Key.L],
        [Command.Burst] = [Key.F6],
        [Command.Record] = [Key.F5],
        [Command.Bookmark1] = [Key.Number1],
        [Command.Bookmark2] = [Key.Number2],
        [Command.Bookmark3] = [Key.Number3],
        [Command.Bookmark4] = [Key.Number4],
        [Command.Bookmark5] = [Key.Number5],
        [Command.Bookmark6] = [Key.Number6],
        [Command.Bookmark7] = [Key.Number7],
        [Command.Bookmark8] = [Key.Number8],
        [Command.Bookmark9] = [Key.Number9],
        [Command.Fly] = [Key.F],
        [Command.Compass] = [Key.C],
        [Command.Grid] = [Key.G],
        [Command.Breed] = [Key.B],
        [Command.Mix] = [Key.M],
        [Command.Journey] = [Key.J],
        [Command.Timeline] = [Key.T],
        [Command.Compare] = [Key.V],
        [Command.Inspect] = [Key.I],
        [Command.Attract] = [Key.O],
        [Command.Minimap] = [Key.N],
        [Command.Filter] = [Key.U],
        [Command.Hud] = [Key.H],
        [Command.Overlay] = [Key.F3],
        [Command.FullScreen] = [Key.F11],
        [Command.Help] = [Key.F1],
        [Command.Settings] = [Key.F2],
        [Command.Menu] = [Key.Menu],
        [Command.Cancel] = [Key.Escape],
        [Command.Quit] = [Key.F10],
    };

    /// <summary>What has no button is in the menu, which has one.</summary>
    public static IReadOnlyDictionary<Command, ButtonName[]> Buttons { get; } = new Dictionary<Command, ButtonName[]>
    {
        [Command.Random] = [ButtonName.A],
        [Command.Undo] = [ButtonName.B],
        [Command.Keep] = [ButtonName.X],
        [Command.AutoWalk] = [ButtonName.Y],
        [Command.Precise] = [ButtonName.LeftBumper],
        [Command.Fast] = [ButtonName.RightBumper],
        [Command.Grid] = [ButtonName.Back],
        [Command.Menu] = [ButtonName.Start],
        [Command.Fly] = [ButtonName.Home],
        [Command.Compass] = [ButtonName.LeftStick],
        [Command.Pick] = [ButtonName.RightStick],
        [Command.Forward] = [ButtonName.DPadUp],
        [Command.Backward] = [ButtonName.DPadDown],
        [Command.Left] = [ButtonName.DPadLeft],
        [Command.Right] = [ButtonName.DPadRight],
    };
}
