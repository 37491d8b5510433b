using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>What keys and buttons are called on screen and in the settings file.</summary>
internal static class KeyNames
{
    /// <summary>As the screen shows it: what is printed on the key where that is known.</summary>
    public static string Caption(Key key) => key switch
    {
        Key.Up => "UP",
        Key.Down => "DOWN",
        Key.Left => "LEFT",
        Key.Right => "RIGHT",
        Key.Equal => "+",
        Key.Minus => "-",
        Key.LeftBracket => "[",
        Key.RightBracket => "]",
        Key.Comma => ",",
        Key.Period => ".",
        Key.Slash => "/",
        Key.BackSlash => "\\",
        Key.Semicolon => ";",
        Key.Apostrophe => "'",
        Key.GraveAccent => "`",
        Key.PageUp => "PAGE UP",
        Key.PageDown => "PAGE DOWN",
        Key.Escape => "ESC",
        Key.ShiftLeft or Key.ShiftRight => "SHIFT",
        Key.ControlLeft or Key.ControlRight => "CTRL",
        Key.AltLeft or Key.AltRight => "ALT",
        >= Key.D0 and <= Key.Number9 => ((char)key).ToString(),
        >= Key.Keypad0 and <= Key.Keypad9 => $"PAD {key - Key.Keypad0}",
        Key.KeypadAdd => "PAD +",
        Key.KeypadSubtract => "PAD -",
        Key.KeypadMultiply => "PAD *",
        Key.KeypadDivide => "PAD /",
        Key.KeypadDecimal => "PAD .",
        Key.KeypadEnter => "PAD ENTER",
        _ => Name(key).ToUpperInvariant(),
    };

    public static string Caption(ButtonName button) => button switch
    {
        ButtonName.LeftBumper => "LB",
        ButtonName.RightBumper => "RB",
        ButtonName.LeftStick => "L STICK",
        ButtonName.RightStick => "R STICK",
        ButtonName.DPadUp => "PAD UP",
        ButtonName.DPadRight => "PAD RIGHT",
        ButtonName.DPadDown => "PAD DOWN",
        ButtonName.DPadLeft => "PAD LEFT",
        _ => button.ToString().ToUpperInvariant(),
    };

    /// <summary>As the settings file spells it.</summary>
    public static string Name(Key key) => key == Key.D0 ? nameof(Key.Number0) : key.ToString();

    /// <summary>By its name in the settings file, in any case.</summary>
    public static bool TryKey(string name, out Key key) =>
        Enum.TryParse(name, ignoreCase: true, out key) && Enum.IsDefined(key) && key != Key.Unknown && !IsNumber(name);

    public static bool TryButton(string name, out ButtonName button) =>
        Enum.TryParse(name, ignoreCase: true, out button) && Enum.IsDefined(button) && button != ButtonName.Unknown && !IsNumber(name);

    // An enumeration also parses numbers, which would be no names.
    private static bool IsNumber(string name) => name.Length > 0 && (char.IsAsciiDigit(name[0]) || name[0] is '-' or '+');
}
