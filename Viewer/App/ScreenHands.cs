using System.Numerics;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Panels.Lists;
using LatentWalk.Viewer.Settings;
using LatentWalk.Walking;
using LatentWalk.Walking.Menus;
using Silk.NET.Input;

namespace LatentWalk.Viewer.App;

/// <summary>What hands do on the screens that are lists (title, menu, settings, help), by keys, mouse and gamepad alike.</summary>
internal sealed class ScreenHands(WalkSession session)
{
    private const double FirstRepeat = 0.4;
    private const double NextRepeat = 0.075;
    private const int PageLines = 8;
    private const float StickPushed = 0.6f;

    private MenuStep repeated;
    private double untilRepeat;
    private MenuStep stick;
    private Command? captureKey;
    private Command? captureButton;
    private int statusLine = -1;
    private string? status;

    /// <summary>The list of the open screen; null where it is none.</summary>
    public ListPage? Page => session.State.Screen switch
    {
        Screen.Menu => session.Preferences.Menu,
        Screen.Settings => session.Preferences.SettingsList,
        Screen.Help => session.Preferences.Help,
        _ => null,
    };

    /// <summary>What just happened to the chosen line, or what is waited for; null for nothing.</summary>
    public string? Status => statusLine == session.State.Line ? status : null;

    private bool IsShelf => session.State.Screen == Screen.Shelf;

    private bool IsOpen => session.State.Screen != Screen.Play;

    private bool IsCapturing => captureKey is not null || captureButton is not null;

    /// <summary>True where the key was waited for: it means nothing else then.</summary>
    public bool KeyDown(Key key)
    {
        if (!IsCapturing)
        {
            return false;
        }

        if (key == Key.Escape)
        {
            Say("nothing changed");
        }
        else if (captureKey is { } command)
        {
            Change(key == Key.Delete
                ? Rebinding.UsualKeys(session.Preferences.Settings, command)
                : Rebinding.GiveKey(session.Preferences.Settings, command, key));
        }
        else if (key == Key.Delete)
        {
            Change(Rebinding.UsualButtons(session.Preferences.Settings, captureButton!.Value));
        }

        (captureKey, captureButton) = (null, null);
        return true;
    }

    /// <summary>True where the button was waited for.</summary>
    public bool ButtonDown(ButtonName button)
    {
        if (captureButton is not { } command)
        {
            return false;
        }

        Change(Rebinding.GiveButton(session.Preferences.Settings, command, button));
        captureButton = null;
        return true;
    }

    /// <summary>True where the command was the list's.</summary>
    public bool Press(Command command)
    {
        if (session.State.Problem is not null && (command is Command.Cancel or Command.Undo or Command.Pick))
        {
            CloseProblem();
            return true;
        }

        if (IsShelf && session.ShelfHands.Press(command))
        {
            return true;
        }

        MenuStep step = IsOpen ? MenuSteps.Of(command) : MenuStep.None;
        if (step is MenuStep.Up or MenuStep.Down or MenuStep.Left or MenuStep.Right)
        {
            (repeated, untilRepeat) = (step, FirstRepeat);
        }

        return Step(step);
    }

    public void Release(Command command)
    {
        if (MenuSteps.Of(command) == repeated)
        {
            repeated = MenuStep.None;
        }
    }

    /// <summary>Held keys repeat; sticks move through lists.</summary>
    public void Advance(double seconds, Vector3 thrust)
    {
        if (!IsOpen)
        {
            (repeated, stick) = (MenuStep.None, MenuStep.None);
            (captureKey, captureButton) = (null, null);
            return;
        }

        MenuStep pushed = thrust.X > StickPushed ? MenuStep.Up
            : thrust.X < -StickPushed ? MenuStep.Down
            : thrust.Y < -StickPushed ? MenuStep.Left
            : thrust.Y > StickPushed ? MenuStep.Right
            : MenuStep.None;
        if (pushed != stick)
        {
            stick = pushed;
            (repeated, untilRepeat) = (pushed, FirstRepeat);
            Step(pushed);
        }

        untilRepeat -= seconds;
        if (repeated != MenuStep.None && untilRepeat <= 0)
        {
            untilRepeat += NextRepeat;
            Step(repeated);
        }
    }

    /// <summary>The pointer is over a line: it becomes the chosen one. True while any list is open.</summary>
    public bool PointAt(Vector2 position)
    {
        if (!IsOpen)
        {
            return false;
        }

        if (IsShelf)
        {
            session.ShelfHands.PointAt(position);
            return true;
        }

        if (!IsCapturing && LineAt(position) is var line and >= 0 && line != session.State.Line)
        {
            session.ChooseLine(line);
        }

        return true;
    }

    /// <summary>A click: closes what went wrong; on a line does what it says, on a tab opens it, beside the list closes it.</summary>
    public bool Click(Vector2 position)
    {
        if (session.State.Problem is not null)
        {
            CloseProblem();
            return true;
        }

        if (!IsOpen)
        {
            return false;
        }

        if (IsShelf)
        {
            session.ShelfHands.Click(position);
            return true;
        }

        (int x, int y) = ((int)position.X, (int)position.Y);
        if (LineAt(position) is var line and >= 0)
        {
            session.ChooseLine(line);
            Choose();
        }
        else if (Page is { } page)
        {
            ListLayout layout = LayoutOf(page);
            if (layout.TabAt(x, y) is var tab and >= 0)
            {
                session.ChooseLine(page.Start(tab));
            }
            else if (!layout.Panel.Contains(x, y))
            {
                session.Show(Screen.Play);
            }
        }
        else if (session.State.Screen == Screen.Title)
        {
            session.Show(Screen.Play);
        }

        return true;
    }

    /// <summary>True while any list is open.</summary>
    public bool Wheel(float notches)
    {
        if (IsOpen && notches != 0)
        {
            Step(notches > 0 ? MenuStep.Up : MenuStep.Down);
        }

        return IsOpen;
    }

    // The topmost layer, whatever screen is open below.
    private void CloseProblem() => session.Do(WalkAction.Press(Command.Cancel));

    private ListLayout LayoutOf(ListPage page) => new(
        session.Layout.Width, session.Layout.Height, session.Layout.TextScale, page, page.Clamped(session.State.Line));

    private int LineAt(Vector2 position) => Page is { } page
        ? LayoutOf(page).LineAt((int)position.X, (int)position.Y)
        : session.State.Screen == Screen.Title ? session.Title.LineAt(session.Layout, (int)position.X, (int)position.Y, session.State.Line) : -1;

    private bool Step(MenuStep step)
    {
        if (!IsOpen || step == MenuStep.None)
        {
            return false;
        }

        if (step == MenuStep.Close)
        {
            return Close();
        }

        if (IsShelf)
        {
            session.ShelfHands.Step(step);
            return true;
        }

        if (step == MenuStep.Choose)
        {
            Choose();
            return true;
        }

        int line = session.State.Line;
        if (Page is not { } page)
        {
            int by = step is MenuStep.Up or MenuStep.Left or MenuStep.PageUp ? -1 : 1;
            session.ChooseLine(MenuCursor.Move(line, by, session.Title.Count));
            return true;
        }

        line = page.Clamped(line);
        if (step is MenuStep.Left or MenuStep.Right && session.State.Screen == Screen.Settings && SettingsPage.ItemAt(line) is { } item)
        {
            Change((item.Step(session.Preferences.Settings, step == MenuStep.Right ? 1 : -1), ""));
            return true;
        }

        session.ChooseLine(step switch
        {
            MenuStep.Up => page.Move(line, -1),
            MenuStep.Down => page.Move(line, 1),
            MenuStep.PageUp => page.Leap(line, -PageLines),
            MenuStep.PageDown => page.Leap(line, PageLines),
            MenuStep.Left => page.Across(line, -1),
            _ => page.Across(line, 1),
        });
        return true;
    }

    // From the title there is nowhere to go back to: what closes lists elsewhere means there what it always does.
    private bool Close()
    {
        if (session.State.Screen == Screen.Title)
        {
            return false;
        }

        session.Show(Screen.Play);
        return true;
    }

    private void Choose()
    {
        int line = session.State.Line;
        switch (session.State.Screen)
        {
            case Screen.Title:
                session.ChooseTitle(line);
                break;
            case Screen.Menu:
                ChooseCommand(CommandTable.All[session.Preferences.Menu.Clamped(line)]);
                break;
            case Screen.Settings:
                ChooseSetting(session.Preferences.SettingsList.Clamped(line));
                break;
            default:
                session.Show(Screen.Play);
                break;
        }
    }

    // What changes the view leaves the menu open, to be pressed again; everything else goes back to the walk to be seen.
    private void ChooseCommand(CommandInfo info)
    {
        if (info.Group != MenuGroup.View)
        {
            session.Show(Screen.Play);
        }

        if (info.Command is not (Command.Cancel or Command.Menu))
        {
            session.Choose(info);
        }
    }

    private void ChooseSetting(int line)
    {
        if (SettingsPage.ItemAt(line) is { } item)
        {
            Change((item.Step(session.Preferences.Settings, 1), ""));
        }
        else if (SettingsPage.KeyAt(line) is { } keyed)
        {
            captureKey = keyed;
            Say($"press the new key for {CommandTable.Of(keyed).Name}: DELETE gives the usual one back, ESC leaves it");
        }
        else if (SettingsPage.ButtonAt(line) is { } buttoned)
        {
            captureButton = buttoned;
            Say($"press the new gamepad button for {CommandTable.Of(buttoned).Name}: DELETE gives the usual one back, ESC leaves it");
        }
    }

    private void Change((ViewerSettings Settings, string Said) change)
    {
        session.ChangeSettings(change.Settings);
        Say(change.Said.Length > 0 ? change.Said : null);
    }

    private void Say(string? text) => (status, statusLine) = (text, session.State.Line);
}
