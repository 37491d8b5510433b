namespace LatentWalk.Walking.Menus;

/// <summary>The headings of the menu, in its order.</summary>
public enum MenuGroup
{
    Modes,
    Move,
    Keep,
    View,
    System,
}
