using LatentWalk.Imaging;
using LatentWalk.Tests.Display;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;

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

    private static ViewerProcess Open(VirtualDisplay display, TempFolder temp)
    {
        ViewerProcess viewer = new(display, TestGenerator.Shared, "--seed", "5", "--out", temp.Root, "--provider", "cpu", "--size", "640x480");
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
