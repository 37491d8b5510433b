using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Panels.Lists;
using LatentWalk.Viewer.Settings;

namespace LatentWalk.Viewer.App;

/// <summary>The user's settings while they may change, and everything that is made from them.</summary>
internal sealed class Preferences
{
    private readonly SettingsFile file;

    public Preferences(SettingsFile file)
    {
        this.file = file;
        Settings = file.Current;
        (Keys, Buttons) = (KeyMap.Default, ButtonMap.Default);
        Follow();
    }

    /// <summary>As they come, and kept nowhere.</summary>
    public Preferences()
        : this(SettingsFile.Unkept())
    {
    }

    public ViewerSettings Settings { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Why the file's own settings are not used; null where they are.</summary>
    public string? Problem => file.Problem;

    public KeyMap Keys { get; private set; }

    public ButtonMap Buttons { get; private set; }

    /// <summary>The tutorial lines with the keys as they are bound.</summary>
    public HintKeys Hints { get; private set; } = null!;

    public ListPage Menu { get; private set; } = null!;

    public ListPage Help { get; private set; } = null!;

    public ListPage SettingsList { get; private set; } = null!;

    public GamepadAxes Axes => new((float)Settings.DeadZone, Settings.InvertForward, Settings.InvertRight);

    /// <returns>What keeps the change in the file, on any thread.</returns>
    public Action Change(ViewerSettings settings)
    {
        Settings = settings;
        Version++;
        Follow();
        return () => file.Save(settings);
    }

    private void Follow()
    {
        Keys = Settings.Keys.Count == 0 ? KeyMap.Default : new KeyMap(Settings.Keys);
        Hints = new HintKeys(Keys);
        Buttons = new ButtonMap(Settings.Buttons);
        Menu = MenuPage.Make(Keys, Buttons);
        Help = HelpPage.Make(Keys, Buttons);
        SettingsList = new SettingsPage(Settings, Keys, Buttons).List;
    }
}
