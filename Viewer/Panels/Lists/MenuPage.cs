using LatentWalk.Viewer.Input;
using LatentWalk.Walking.Menus;

namespace LatentWalk.Viewer.Panels.Lists;

/// <summary>The menu: every command there is, in the order of <see cref="CommandTable.All"/>.</summary>
internal static class MenuPage
{
    public static ListPage Make(KeyMap keys, ButtonMap buttons) => new(
        "Menu", "↑↓ choose  ←→ tab  ENTER do it  ESC back",
        [.. Enum.GetValues<MenuGroup>().Select(group => (group.ToString().ToUpperInvariant(), Lines(group, keys, buttons)))]);

    private static ListLine[] Lines(MenuGroup group, KeyMap keys, ButtonMap buttons)
    {
        (int first, int count) = CommandTable.Lines(group);
        return [.. Enumerable.Range(first, count).Select(line =>
        {
            CommandInfo info = CommandTable.All[line];
            string button = buttons.Caption(info.Command);
            string text = info.Sentence + (button.Length > 0 ? $" Gamepad: {button}." : "");
            return new ListLine(info.Name, keys.Caption(info.Command), text);
        })];
    }
}
