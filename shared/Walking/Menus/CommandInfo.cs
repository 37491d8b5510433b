namespace LatentWalk.Walking.Menus;

/// <summary>What a command is called.</summary>
/// <param name="Name">One to three words: a line of the menu.</param>
/// <param name="Text">What it does, in a few words more: a line of the help.</param>
/// <param name="IsHeld">Acts as long as it is down.</param>
public sealed record CommandInfo(Command Command, MenuGroup Group, string Name, string Text, bool IsHeld = false)
{
    /// <summary><see cref="Text"/> with a capital letter and a full stop.</summary>
    public string Sentence { get; } = char.ToUpperInvariant(Text[0]) + Text[1..] + ".";
}
