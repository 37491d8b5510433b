namespace LatentWalk.Walking.Menus;

/// <summary>What a command means while a list is open.</summary>
public enum MenuStep
{
    /// <summary>Nothing of the list's: the command does what it always does.</summary>
    None,

    Up,
    Down,

    /// <summary>To the group at the left, or the value before.</summary>
    Left,

    /// <summary>To the group at the right, or the next value.</summary>
    Right,

    PageUp,
    PageDown,

    /// <summary>Do what the chosen line says.</summary>
    Choose,

    /// <summary>Close the list.</summary>
    Close,
}
