using LatentWalk.Imaging;
using LatentWalk.Tests.Display;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Panels.Lists;
using LatentWalk.Viewer.Settings;
using LatentWalk.Walking.Menus;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>The real window under Xvfb. Screenshots stay under artifacts/Viewer/Window for a person to look at.</summary>
[Collection("alone")]
public sealed class WindowTests
{
    [DisplayFact]
    public void Keys_mouse_and_wheel_change_the_picture_and_back_undoes_them()
    {
        using TempFolder temp = new();
        using VirtualDisplay display = new();
        using ViewerProcess viewer = Open(display, temp);
        byte[] start = viewer.StillScreenshot("start");

        viewer.Hold("w", 500);
        byte[] flown = viewer.StillScreenshot("flown");
        Assert.True(Difference(start, flown) > 1, "W did not change the picture");

        viewer.Drag(320, 260, 420, 210);
        byte[] dragged = viewer.StillScreenshot("dragged");
        Assert.True(Difference(flown, dragged) > 1, "dragging did not change the picture");

        viewer.Wheel(up: false);
        viewer.Wheel(up: false);
        byte[] truncated = viewer.StillScreenshot("truncated");
        Assert.True(Difference(dragged, truncated) > 0.5, "the wheel did not change the picture");

        viewer.Wheel(up: true);
        viewer.Wheel(up: true);
        viewer.Key("z");
        Assert.Equal(flown, viewer.StillScreenshot("back-once"));
        viewer.Key("z");
        Assert.Equal(start, viewer.StillScreenshot("back-twice"));

        viewer.Key("F10");
        Assert.Equal(0, viewer.WaitForExit());
        Assert.Equal("", viewer.Complaints.Trim());
    }

    [DisplayFact]
    public void P_saves_a_picture_and_dropping_it_on_the_window_brings_it_back()
    {
        using TempFolder temp = new();
        using VirtualDisplay display = new();
        using ViewerProcess viewer = Open(display, temp);
        viewer.Hold("d", 600);
        byte[] there = viewer.StillScreenshot("before-save");
        viewer.Key("p");
        viewer.Until(() => Directory.GetFiles(temp.Root, "*.png").Length == 1, 30, "P wrote no PNG");
        string png = Directory.GetFiles(temp.Root, "*.png")[0];
        Assert.NotNull(PngFile.ReadLatent(png));

        viewer.Key("space");
        Thread.Sleep(2000);    // the flight
        Assert.True(Difference(there, viewer.StillScreenshot("elsewhere")) > 1);

        string renamed = temp["顔 ü 100%.png"];
        File.Move(png, renamed);
        viewer.Drop(renamed);
        Thread.Sleep(4500);    // the messages
        byte[] back = viewer.StillScreenshot("dropped");
        Assert.True(Largest(there, back) <= 1, "the dropped picture does not lead back");
    }

    [DisplayFact]
    public void The_grid_is_picked_from_with_the_mouse_and_help_and_errors_are_shown()
    {
        using TempFolder temp = new();
        using VirtualDisplay display = new();
        using ViewerProcess viewer = Open(display, temp);
        byte[] start = viewer.StillScreenshot("grid-start");
        viewer.Key("F1");
        Assert.True(Difference(start, viewer.StillScreenshot("help")) > 5, "F1 shows nothing");
        viewer.Key("Escape");
        Assert.Equal(start, viewer.StillScreenshot("help-closed"));

        viewer.Key("g");
        viewer.StillScreenshot("grid-neighbours");
        viewer.Key("g");
        byte[] grid = viewer.StillScreenshot("grid-seeds");
        Assert.True(Difference(start, grid) > 5, "G shows nothing");
        viewer.Click(347, 258);    // not between two faces
        byte[] picked = viewer.StillScreenshot("grid-picked");
        Assert.True(Difference(start, picked) > 1, "the click picked nothing");

        // The frame and the heading of the message have a colour that no picture of this generator has; nothing else moves.
        Assert.InRange(Pixels(picked, Palette.Bad), 0, 20);
        string wrong = temp["wrong.onnx"];
        File.WriteAllText(wrong, "this is no model");
        viewer.Drop(wrong);
        viewer.Until(() => Pixels(viewer.Screenshot("error"), Palette.Bad) > 500, 20, "the error is not shown");
        byte[] error = viewer.StillScreenshot("error");
        Assert.True(Pixels(error, Palette.Text) > 300, "the error has no words");
        viewer.Key("Escape");
        Assert.Equal(picked, viewer.StillScreenshot("error-closed"));
        viewer.Key("F11");
        viewer.Until(() => display.Xdotool("getwindowgeometry", $"{viewer.Window}").Contains("1280x1024", StringComparison.Ordinal), 20, "F11 does not fill the screen");
        viewer.StillScreenshot("full-screen");
        viewer.Key("F11");
        viewer.Until(() => display.Xdotool("getwindowgeometry", $"{viewer.Window}").Contains("640x480", StringComparison.Ordinal), 20, "F11 does not leave full screen");
        viewer.Key("F10");
        Assert.Equal(0, viewer.WaitForExit());
    }

    [DisplayFact]
    public void The_mouse_alone_undoes_chooses_modes_and_settings_and_fills_the_screen()
    {
        using TempFolder temp = new();
        using VirtualDisplay display = new();
        using ViewerProcess viewer = Open(display, temp);
        byte[] start = viewer.StillScreenshot("mouse-start");
        display.Xdotool("mousemove", "--window", $"{viewer.Window}", "320", "240", "click", "2");
        Thread.Sleep(2500);    // the flight
        Assert.True(Difference(start, viewer.StillScreenshot("mouse-random")) > 1, "the middle button flies nowhere");
        display.Xdotool("click", "8");
        Thread.Sleep(1500);
        Assert.Equal(start, viewer.StillScreenshot("mouse-undone"));

        display.Xdotool("click", "3");
        byte[] menu = viewer.StillScreenshot("mouse-menu");
        Assert.True(Difference(start, menu) > 5, "the right button opens no menu");
        viewer.Wheel(up: false);
        viewer.Wheel(up: false);
        Assert.True(Difference(menu, viewer.StillScreenshot("mouse-menu-wheel")) > 0.1, "the wheel does not move the mark");
        PixelRect grid = MenuLine(Walking.Command.Grid);
        viewer.Click(grid.X + 40, grid.Y + 8);
        Assert.True(Difference(start, viewer.StillScreenshot("mouse-grid")) > 5, "a click on a line does nothing");
        viewer.Click(347, 258);
        viewer.StillScreenshot("mouse-picked");

        display.Xdotool("mousemove", "--window", $"{viewer.Window}", "320", "240", "click", "--repeat", "2", "--delay", "60", "1");
        viewer.Until(() => display.Xdotool("getwindowgeometry", $"{viewer.Window}").Contains("1280x1024", StringComparison.Ordinal), 20, "a double click does not fill the screen");
        byte[] full = viewer.StillScreenshot("mouse-full");
        Assert.True(full.Length == 4 * 1280 * 1024 && full[4 * (1024 * 1280 - 1280 * 100 + 640)] != 9, "the picture does not fill the screen");
    }

    [DisplayFact]
    public void Settings_are_kept_in_their_file_and_its_keys_are_obeyed_the_next_time()
    {
        using TempFolder temp = new();
        using VirtualDisplay display = new();
        using (ViewerProcess viewer = Open(display, temp))
        {
            viewer.Key("F2");
            viewer.Key("Right");
            viewer.StillScreenshot("settings");
            viewer.Key("Escape");
            viewer.Key("u");
            viewer.Until(() => File.Exists(temp["settings.json"]) && SettingsFile.Load(temp["settings.json"]).Current.Filter == PictureFilter.Nearest, 20, "the filter is not kept");
            viewer.Key("F10");
            Assert.Equal(0, viewer.WaitForExit());
        }

        File.WriteAllText(temp["settings.json"], SettingsFile.Write(ViewerSettings.Default with { Keys = new() { ["Save"] = ["F12"] } }));
        using ViewerProcess again = Open(display, temp);
        again.Key("p");
        again.Key("F12");
        again.Until(() => Directory.GetFiles(temp.Root, "*.png").Length == 1, 30, "the key of the file does not save");
        Thread.Sleep(500);
        Assert.Single(Directory.GetFiles(temp.Root, "*.png"));
    }

    private static PixelRect MenuLine(Walking.Command command)
    {
        ListPage menu = MenuPage.Make(KeyMap.Default, ButtonMap.Default);
        int line = CommandTable.All.ToList().FindIndex(info => info.Command == command);
        return new ListLayout(640, 480, TextScaling.For(640, 480, 1, 1), menu, line).LineRect(line);
    }

    private static ViewerProcess Open(VirtualDisplay display, TempFolder temp)
    {
        ViewerProcess viewer = new(display, TestGenerator.Shared, "--seed", "5", "--out", temp.Root, "--provider", "cpu", "--size", "640x480", "--settings", temp["settings.json"]);
        viewer.Until(() => viewer.Screenshot("opening").Distinct().Count() > 100, 60, "no picture came");

        // The numbers of the HUD change by themselves.
        viewer.Key("h");
        return viewer;
    }

    private static int Pixels(byte[] rgba, Rgba colour) => Enumerable.Range(0, rgba.Length / 4)
        .Count(i => rgba[i * 4] == colour.R && rgba[(i * 4) + 1] == colour.G && rgba[(i * 4) + 2] == colour.B);

    private static double Difference(byte[] a, byte[] b) => a.Zip(b, (x, y) => (double)Math.Abs(x - y)).Average();

    private static int Largest(byte[] a, byte[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
