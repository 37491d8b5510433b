namespace LatentWalk.Viewer.Settings;

/// <summary>One value of the settings screen.</summary>
/// <param name="Value">As the screen shows it.</param>
/// <param name="Step">The next (1) or previous (-1) value.</param>
internal sealed record SettingItem(
    string Name, string Text, Func<ViewerSettings, string> Value, Func<ViewerSettings, int, ViewerSettings> Step);
