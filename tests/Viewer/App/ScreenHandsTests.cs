using System.Numerics;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Panels.Lists;
using LatentWalk.Viewer.Settings;
using LatentWalk.Viewer.Tests.Input;
using LatentWalk.Walking;
using LatentWalk.Walking.Menus;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>The lists by keyboard, by mouse and by gamepad: whatever one hand can do, the others can.</summary>
public sealed class ScreenHandsTests : IDisposable
{
    private const double Frame = 1.0 / 60;

    private readonly TempFolder temp = new();
    private readonly WalkSession session;
    private readonly ScriptedGamepad pad = new();
    private readonly Gamepads gamepads;

    public ScreenHandsTests()
    {
        SessionSettings settings = new()
        {
            OutFolder = temp["out"], WalkSeed = 1, Provider = Inference.ProviderChoice.Cpu,
            Preferences = new Preferences(SettingsFile.Load(temp["settings.json"])),
        };
        session = new WalkSession(settings, new OpenResolver(new ModelFolders([temp["nowhere"]])), TimeProvider.System);
        session.Open(TestGenerator.Shared);
        session.Settle();
        session.Layout = SceneLayout.Of(960, 720, session.Preferences.Settings);
        gamepads = new Gamepads(session.Press, session.Release) { Intercept = session.Screens.ButtonDown };
        gamepads.Connect(pad);
    }

    public void Dispose()
    {
        session.Dispose();
        temp.Dispose();
    }

    [Fact]
    public void Every_command_is_a_line_of_the_menu_with_its_key()
    {
        Command[] listed = [.. CommandTable.All.Select(info => info.Command)];
        Assert.Equal(Enum.GetValues<Command>().Order(), listed.Order());
        ListPage menu = session.Preferences.Menu;
        Assert.Equal(listed.Length, menu.Lines.Length);
        for (int line = 0; line < listed.Length; line++)
        {
            Assert.Equal(CommandTable.All[line].Name, menu.Lines[line].Name);
            Assert.Equal(session.Preferences.Keys.Caption(listed[line]), menu.Lines[line].Value);
        }
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(960, 720)]
    [InlineData(1920, 1080)]
    public void Every_command_can_be_chosen_by_the_mouse_alone(int width, int height)
    {
        session.Layout = SceneLayout.Of(width, height, session.Preferences.Settings);
        ListPage menu = session.Preferences.Menu;
        for (int line = 0; line < menu.Lines.Length; line++)
        {
            Click(new Vector2(width - 20, 30), MouseButton.Right);
            Assert.Equal(Screen.Menu, session.State.Screen);

            // The tab, then down with the wheel, then the line under the pointer.
            ListLayout layout = Layout(menu);
            PixelRect tab = layout.TabRect(menu.TabOf(line));
            Click(new Vector2(tab.X + 2, tab.Y + 2));
            for (int notch = menu.Start(menu.TabOf(line)); notch < line; notch++)
            {
                session.Wheel(-1);
            }

            Assert.Equal(line, session.State.Line);
            PixelRect place = Layout(menu).LineRect(line);
            Assert.True(place.Y >= layout.ListTop && place.Bottom <= layout.FooterTop, $"line {line} is not in the list at {width}x{height}");
            session.PointerMove(new Vector2(place.X + place.Width / 2, place.Y + place.Height / 2));
            Assert.Equal(line, session.State.Line);
            session.Show(Screen.Play);
        }
    }

    [Fact]
    public void The_menu_is_opened_and_a_mode_chosen_by_the_gamepad_alone()
    {
        pad.Press(ButtonName.Start);
        Assert.Equal(Screen.Menu, session.State.Screen);
        pad.Press(ButtonName.DPadDown);
        pad.Press(ButtonName.DPadDown);
        Assert.Equal("Grid", CommandTable.All[session.State.Line].Name);
        pad.Press(ButtonName.A);
        Assert.Equal(Screen.Play, session.State.Screen);
        Assert.NotNull(session.State.Grid);
        pad.Press(ButtonName.Start);
        pad.Press(ButtonName.B);
        Assert.Equal(Screen.Play, session.State.Screen);
    }

    [Fact]
    public void A_stick_moves_through_the_menu_step_by_step_and_flies_nobody()
    {
        pad.Press(ButtonName.Start);
        pad.Push(0, 0, 0.9f);
        Tick(0.2);
        Assert.Equal(1, session.State.Line);
        Tick(0.5);
        Assert.InRange(session.State.Line, 3, 8);
        int line = session.State.Line;
        pad.Push(0, 0, 0);
        Tick(1);
        Assert.Equal(line, session.State.Line);
        pad.Push(0, 1, 0);
        Tick(0.1);
        Assert.Equal(MenuGroup.Move, CommandTable.All[session.State.Line].Group);
        Assert.Equal(Vector3.Zero, session.State.Velocity);
    }

    [Fact]
    public void A_held_key_runs_down_the_list_and_stops_when_it_comes_up()
    {
        Press(Key.Escape);
        session.KeyDown(Key.S);
        Assert.Equal(1, session.State.Line);
        Tick(1);
        int line = session.State.Line;
        Assert.InRange(line, 5, 9);
        session.KeyUp(Key.S);
        Tick(1);
        Assert.Equal(line, session.State.Line);
        Press(Key.W);
        Assert.Equal(line - 1, session.State.Line);
    }

    [Fact]
    public void A_held_command_chosen_in_the_menu_acts_for_a_moment()
    {
        Pick(Command.Forward);
        Tick(0.3);
        Assert.NotEqual(Vector3.Zero, session.State.Velocity);
        Tick(4);
        Assert.Equal(Vector3.Zero, session.State.Velocity);
    }

    [Fact]
    public void What_changes_the_view_leaves_the_menu_open_to_be_seen_and_pressed_again()
    {
        Pick(Command.Filter);
        Assert.Equal(Screen.Menu, session.State.Screen);
        Assert.Equal(PictureFilter.Edges, session.Preferences.Settings.Filter);
        Press(Key.Enter);
        Assert.Equal(PictureFilter.Nearest, session.Preferences.Settings.Filter);
    }

    [Fact]
    public void A_key_is_given_anew_in_the_settings_and_kept_in_the_file()
    {
        Press(Key.F2);
        ChooseLine(KeyLine(Command.Save));
        Press(Key.Enter);
        Assert.StartsWith("press the new key for Save picture", session.Screens.Status, StringComparison.Ordinal);
        Press(Key.F12);
        Assert.Equal("Save picture is F12 now", session.Screens.Status);
        session.Settle();
        Assert.Equal(["F12"], SettingsFile.Load(temp["settings.json"]).Current.Keys["Save"]);
        Press(Key.Escape);
        Press(Key.P);
        session.Settle();
        Assert.False(Directory.Exists(temp["out"]));
        Press(Key.F12);
        session.Settle();
        Assert.Single(Directory.GetFiles(temp["out"]));
        Assert.Contains(session.Preferences.Help.Lines, line => line.Value == "F12");
    }

    [Fact]
    public void A_conflict_is_said_escape_changes_nothing_and_delete_gives_the_usual_key_back()
    {
        Press(Key.F2);
        ChooseLine(KeyLine(Command.Save));
        Press(Key.Enter);
        Press(Key.K);
        Assert.Equal("Save picture is K now; Keep on shelf has none left, but is in the menu", session.Screens.Status);
        Press(Key.Enter);
        Press(Key.Escape);
        Assert.Equal("nothing changed", session.Screens.Status);
        Assert.Equal(Screen.Settings, session.State.Screen);
        Press(Key.Enter);
        Press(Key.Delete);
        Assert.Equal("Save picture is P again", session.Screens.Status);
        Press(Key.S);
        Assert.Null(session.Screens.Status);
    }

    [Fact]
    public void A_gamepad_button_is_given_anew_by_the_gamepad()
    {
        Press(Key.F2);
        ChooseLine(KeyLine(Command.Save) + CommandTable.All.Count);
        pad.Press(ButtonName.A);
        pad.Press(ButtonName.X);
        Assert.StartsWith("Save picture is X now", session.Screens.Status, StringComparison.Ordinal);
        Assert.Equal([ButtonName.X], session.Preferences.Buttons.Of(Command.Save));
    }

    [Fact]
    public void Values_change_with_left_right_and_enter_and_take_effect_at_once()
    {
        Press(Key.F2);
        Press(Key.D);
        Assert.Equal(PictureFilter.Edges, session.Preferences.Settings.Filter);
        Press(Key.A);
        Assert.Equal(PictureFilter.Bicubic, session.Preferences.Settings.Filter);
        Press(Key.Up);
        Press(Key.Up);
        Press(Key.Enter);
        Assert.False(session.Preferences.Settings.Vsync);
        Assert.Equal("off", session.Preferences.SettingsList.Lines[session.State.Line].Value);
    }

    [Fact]
    public void Settings_that_cannot_be_kept_are_used_and_that_is_said()
    {
        File.WriteAllText(temp["broken.json"], "{");
        SessionSettings settings = new() { OutFolder = temp["out"], Provider = Inference.ProviderChoice.Cpu, Preferences = new Preferences(SettingsFile.Load(temp["broken.json"])) };
        using WalkSession broken = new(settings, new OpenResolver(new ModelFolders([])), TimeProvider.System);
        broken.Open(TestGenerator.Shared);
        broken.Settle();
        Assert.Contains("broken.json are not used", broken.State.Problem, StringComparison.Ordinal);
        broken.KeyDown(Key.Escape);
        broken.KeyUp(Key.Escape);
        Assert.Null(broken.State.Problem);
        broken.KeyDown(Key.U);
        broken.Settle();
        Assert.Equal(PictureFilter.Edges, broken.Preferences.Settings.Filter);
        Assert.Contains("used but not kept", broken.State.Problem, StringComparison.Ordinal);
        Assert.Equal("{", File.ReadAllText(temp["broken.json"]));
    }

    [Fact]
    public void The_title_opens_the_chosen_generator_by_key_and_by_click_and_space_flies()
    {
        TestGenerator.Write(temp["other.onnx"], weightSeed: 4);
        session.Title = new TitleList([new TitleModel(TestGenerator.Shared, "painted", "open"), new TitleModel(temp["other.onnx"], "other", "another")]);
        session.Show(Screen.Title);
        Press(Key.Space);
        Assert.Equal(Screen.Play, session.State.Screen);
        session.Settle();
        Assert.Equal("painted", session.Generator!.Info.Name);

        session.Show(Screen.Title);
        Press(Key.Down);
        Press(Key.Enter);
        session.Settle();
        Assert.Equal("other", session.Generator!.Info.Name);

        session.Show(Screen.Title);
        PixelRect row = new TitleLayout(960, 720, session.Layout.TextScale, 2, 0).Row(0);
        Click(new Vector2(row.X + 30, row.Y + 10));
        session.Settle();
        Assert.Equal("painted", session.Generator!.Info.Name);
        Assert.Equal(Screen.Play, session.State.Screen);
    }

    [Fact]
    public void Mouse_buttons_undo_redo_fly_and_fill_the_screen()
    {
        Click(new Vector2(300, 300), MouseButton.Middle);
        Tick(4);
        ulong? seed = session.State.ExactSeed;
        Assert.NotEqual(11ul, seed);
        Click(new Vector2(300, 300), MouseButton.Button4);
        Tick(4);
        Assert.Equal(11ul, session.State.ExactSeed);
        Click(new Vector2(300, 300), MouseButton.Button5);
        Tick(4);
        Assert.Equal(seed, session.State.ExactSeed);

        Click(new Vector2(300, 300));
        Click(new Vector2(301, 300));
        Assert.True(session.State.FullScreen);
        Tick(2);
        Click(new Vector2(300, 300));
        Tick(2);
        Click(new Vector2(300, 300));
        Assert.True(session.State.FullScreen);
    }

    [Fact]
    public void A_click_moves_nothing_a_left_drag_two_axes_and_a_right_drag_the_third()
    {
        Click(new Vector2(300, 300));
        Assert.True(session.State.IsStanding);
        Assert.Null(session.State.History);
        Drag(MouseButton.Left);
        Assert.False(session.State.Pose.IsStart);
        float[] left = Latent();
        Press(Key.Z);
        Tick(3);
        Drag(MouseButton.Right);
        Assert.NotEqual(left, Latent());
        Assert.Equal(Screen.Play, session.State.Screen);
    }

    [Fact]
    public void Losing_the_focus_lets_go_of_keys_and_mouse()
    {
        session.KeyDown(Key.W);
        session.PointerDown(new Vector2(300, 300));
        session.PointerMove(new Vector2(400, 300));
        Assert.True(session.State.Dragging);
        session.ReleaseAll();
        Assert.False(session.State.Dragging);
        Tick(6);
        Assert.Equal(Vector3.Zero, session.State.Velocity);
    }

    private static int KeyLine(Command command)
    {
        int line = 0;
        while (SettingsPage.KeyAt(line) != command)
        {
            line++;
        }

        return line;
    }

    private ListLayout Layout(ListPage page) => new(
        session.Layout.Width, session.Layout.Height, session.Layout.TextScale, page, session.State.Line);

    private void Pick(Command command)
    {
        Press(Key.Escape);
        ChooseLine(CommandTable.All.ToList().FindIndex(info => info.Command == command));
        Press(Key.Enter);
    }

    private void ChooseLine(int line) => session.ChooseLine(line);

    private void Press(Key key)
    {
        session.KeyDown(key);
        session.KeyUp(key);
    }

    private void Click(Vector2 position, MouseButton button = MouseButton.Left)
    {
        session.PointerMove(position);
        session.PointerDown(position, button);
        session.PointerUp(button);
    }

    private void Drag(MouseButton button)
    {
        session.PointerDown(new Vector2(300, 300), button);
        session.PointerMove(new Vector2(360, 240));
        session.PointerUp(button);
    }

    private float[] Latent()
    {
        float[] z = new float[session.State.Model.ZDim];
        session.State.WriteLatent(z);
        return z;
    }

    private void Tick(double seconds)
    {
        for (double left = seconds; left > 1e-9; left -= Frame)
        {
            session.SetGamepad(gamepads.Read(session.Preferences.Axes));
            session.Tick(Frame);
        }
    }
}
