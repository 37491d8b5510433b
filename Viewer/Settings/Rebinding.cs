using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using LatentWalk.Walking.Menus;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Settings;

/// <summary>Gives keys and buttons to commands. Pure: settings in, settings out, with the words for the screen.</summary>
internal static class Rebinding
{
    public static (ViewerSettings Settings, string Said) GiveKey(ViewerSettings settings, Command command, Key key)
    {
        KeyMap map = new(settings.Keys);
        Command? owner = map.TryGet(key, out Command found) && found != command ? found : null;
        if (owner is Command.Cancel or Command.Menu && map.Of(owner.Value).Count == 1)
        {
            return (settings, $"{KeyNames.Caption(key)} stays: without it {Name(owner.Value)} would have no key");
        }

        SortedDictionary<string, string[]> keys = Copy(settings.Keys);
        keys[command.ToString()] = [KeyNames.Name(key)];
        string said = $"{Name(command)} is {KeyNames.Caption(key)} now";
        if (owner is { } loser)
        {
            string[] left = [.. map.Of(loser).Where(other => other != key).Select(KeyNames.Name)];
            keys[loser.ToString()] = left;
            said += left.Length > 0 ? $"; {Name(loser)} keeps its others" : $"; {Name(loser)} has none left, but is in the menu";
        }

        return (settings with { Keys = keys }, said);
    }

    public static (ViewerSettings Settings, string Said) GiveButton(ViewerSettings settings, Command command, ButtonName button)
    {
        ButtonMap map = new(settings.Buttons);
        Command? owner = map.TryGet(button, out Command found) && found != command ? found : null;
        if (owner == Command.Menu && map.Of(Command.Menu).Count == 1)
        {
            return (settings, $"{KeyNames.Caption(button)} stays: without it the menu would have no button");
        }

        SortedDictionary<string, string[]> buttons = Copy(settings.Buttons);
        buttons[command.ToString()] = [button.ToString()];
        string said = $"{Name(command)} is {KeyNames.Caption(button)} now";
        if (owner is { } loser)
        {
            string[] left = [.. map.Of(loser).Where(other => other != button).Select(other => other.ToString())];
            buttons[loser.ToString()] = left;
            said += left.Length > 0 ? $"; {Name(loser)} keeps its others" : $"; {Name(loser)} has none left, but is in the menu";
        }

        return (settings with { Buttons = buttons }, said);
    }

    /// <summary>Its usual keys again, unless another command was given them.</summary>
    public static (ViewerSettings Settings, string Said) UsualKeys(ViewerSettings settings, Command command)
    {
        SortedDictionary<string, string[]> keys = Copy(settings.Keys);
        keys.Remove(command.ToString());
        ViewerSettings changed = settings with { Keys = keys };
        string caption = new KeyMap(keys).Caption(command);
        return (changed, caption.Length > 0 ? $"{Name(command)} is {caption} again" : $"{Name(command)}'s usual key belongs to another command");
    }

    /// <summary>Its usual buttons again, unless another command was given them.</summary>
    public static (ViewerSettings Settings, string Said) UsualButtons(ViewerSettings settings, Command command)
    {
        SortedDictionary<string, string[]> buttons = Copy(settings.Buttons);
        buttons.Remove(command.ToString());
        ViewerSettings changed = settings with { Buttons = buttons };
        string caption = new ButtonMap(buttons).Caption(command);
        return (changed, caption.Length > 0 ? $"{Name(command)} is {caption} again" : $"{Name(command)} is in the menu only");
    }

    private static string Name(Command command) => CommandTable.Of(command).Name;

    private static SortedDictionary<string, string[]> Copy(SortedDictionary<string, string[]> bindings) => new(bindings, StringComparer.Ordinal);
}
