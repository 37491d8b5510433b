using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Panels.Lists;
using LatentWalk.Walking;
using LatentWalk.Walking.Menus;

namespace LatentWalk.Viewer.Settings;

/// <summary>The settings screen: what each of its lines shows, and what it changes.</summary>
internal sealed class SettingsPage
{
    private static readonly (string Tab, IReadOnlyList<SettingItem> Items)[] Values =
        [("PICTURE", SettingItems.Picture), ("COMFORT", SettingItems.Comfort), ("GAMEPAD", SettingItems.Gamepad)];

    private static readonly int ValueCount = Values.Sum(group => group.Items.Count);

    public SettingsPage(ViewerSettings settings, KeyMap keys, ButtonMap buttons)
    {
        (string, ListLine[])[] values = [.. Values.Select(group =>
            (group.Tab, group.Items.Select(item => new ListLine(item.Name, item.Value(settings), item.Text)).ToArray()))];
        ListLine[] keyLines = [.. CommandTable.All.Select(info => new ListLine(info.Name, Or(keys.Caption(info.Command)), info.Sentence))];
        ListLine[] buttonLines = [.. CommandTable.All.Select(info => new ListLine(info.Name, Or(buttons.Caption(info.Command)), info.Sentence))];
        List = new ListPage(
            "Settings", "←→ change, tab  ENTER choose  ESC back", [.. values, ("KEYS", keyLines), ("BUTTONS", buttonLines)]);
    }

    public ListPage List { get; }

    /// <summary>The value that a line changes; null for the lines of keys and buttons.</summary>
    public static SettingItem? ItemAt(int line)
    {
        foreach ((_, IReadOnlyList<SettingItem> items) in Values)
        {
            if (line < items.Count)
            {
                return items[line];
            }

            line -= items.Count;
        }

        return null;
    }

    /// <summary>The command whose key a line shows, or null.</summary>
    public static Command? KeyAt(int line) => CommandAt(line - ValueCount);

    /// <summary>The command whose button a line shows, or null.</summary>
    public static Command? ButtonAt(int line) => CommandAt(line - ValueCount - CommandTable.All.Count);

    private static Command? CommandAt(int index) => index >= 0 && index < CommandTable.All.Count ? CommandTable.All[index].Command : null;

    private static string Or(string caption) => caption.Length > 0 ? caption : "-";
}
