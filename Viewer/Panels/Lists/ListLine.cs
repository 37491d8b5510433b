namespace LatentWalk.Viewer.Panels.Lists;

/// <summary>One line of a list on screen.</summary>
/// <param name="Name">At the left.</param>
/// <param name="Value">At the right: a key, a value.</param>
/// <param name="Text">Below the list while the line is chosen.</param>
internal readonly record struct ListLine(string Name, string Value, string Text);
