using LatentWalk.Tests.Display;
using Silk.NET.Input;
using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;
using Xunit;

namespace LatentWalk.StandIns.Tests.Silk;

[Collection("window")]
public sealed class WindowTests(WindowFixture fixture)
{
    [DisplayFact]
    public void Nothing_native_exists_before_Initialize_and_Load_comes_inside_it()
    {
        _ = fixture.Display;
        using IWindow window = Window.Create(WindowOptions.Default with { IsVisible = false });
        List<string> order = [];
        window.Load += () => order.Add($"load, initialized {window.IsInitialized}, current {window.GLContext!.IsCurrent}");
        Assert.False(window.IsInitialized);
        Assert.True(window.IsClosing);
        Assert.Equal(0, window.Handle);
        Assert.Throws<InvalidOperationException>(() => window.GLContext);
        window.Initialize();
        Assert.Equal(["load, initialized True, current True"], order);
        Assert.False(window.IsClosing);
        Assert.NotEqual(0, window.Handle);
    }

    [DisplayFact]
    public void Run_updates_and_renders_in_turn_until_closed_and_then_destroys_the_window()
    {
        _ = fixture.Display;
        using IWindow window = Window.Create(WindowOptions.Default with { IsVisible = false, VSync = false });
        List<string> order = [];
        window.Load += () => order.Add("load");
        window.Update += _ => order.Add("update");
        window.Render += _ =>
        {
            order.Add("render");
            if (order.Count >= 5)
            {
                window.Close();
            }
        };
        window.Closing += () => order.Add("closing");
        window.Run();
        Assert.Equal(["load", "update", "render", "update", "render", "closing"], order);
        Assert.False(window.IsInitialized);
    }

    [DisplayFact]
    public void Updates_and_frames_keep_to_the_rate_asked_for()
    {
        _ = fixture.Display;
        using IWindow window = Window.Create(WindowOptions.Default with
        {
            IsVisible = false, VSync = false, FramesPerSecond = 50, UpdatesPerSecond = 100,
        });
        List<double> frames = [];
        List<double> updates = [];
        window.Update += updates.Add;
        window.Render += seconds =>
        {
            frames.Add(seconds);
            if (frames.Count == 10)
            {
                window.Close();
            }
        };
        window.Run();
        Assert.All(frames, seconds => Assert.True(seconds >= 0.02, $"{seconds} s"));
        Assert.All(updates, seconds => Assert.True(seconds >= 0.01, $"{seconds} s"));
        Assert.True(updates.Count >= frames.Count);
    }

    [DisplayFact]
    public void OpenGL_draws_in_the_windows_own_framebuffer()
    {
        using var open = new OpenWindow(fixture.Display);
        using GL gl = open.Window.CreateOpenGL();
        Rgba seen = default;
        open.Window.Render += _ =>
        {
            gl.ClearColor(1, 0.5f, 0, 1);
            gl.Clear(ClearBufferMask.ColorBufferBit);
            Span<byte> pixel = stackalloc byte[4];
            gl.ReadPixels(5, 5, 1, 1, PixelFormat.Rgba, PixelType.UnsignedByte, pixel);
            seen = new Rgba(pixel[0], pixel[1], pixel[2]);
        };
        open.Window.DoRender();
        Assert.Equal(new Rgba(255, 128, 0), seen with { G = (byte)(seen.G is 127 or 128 ? 128 : seen.G) });
        Assert.Equal(GLEnum.NoError, gl.GetError());
        Assert.Matches(@"^\d\.\d", gl.GetStringS(StringName.Version));
    }

    [DisplayFact]
    public void A_resize_from_outside_arrives_in_both_units()
    {
        using var open = new OpenWindow(fixture.Display);
        Assert.Equal(new Vector2D<int>(400, 300), open.Window.Size);
        Assert.Equal(new Vector2D<int>(400, 300), open.Window.FramebufferSize);
        Assert.DoesNotContain(open.Log, entry => entry.StartsWith("resize", StringComparison.Ordinal));
        fixture.Display.Xdotool("windowsize", open.XWindow.ToString(), "640", "480");
        Assert.Contains("framebuffer 640x480", open.Until("resize 640x480"));
        Assert.Equal(new Vector2D<int>(640, 480), open.Window.FramebufferSize);
    }

    [DisplayFact]
    public void Full_screen_takes_the_whole_screen_and_gives_the_old_place_back()
    {
        using var open = new OpenWindow(fixture.Display);
        open.Window.Position = new Vector2D<int>(30, 40);
        open.Pump(() => open.Window.Position == new Vector2D<int>(30, 40));
        open.Window.WindowState = WindowState.Fullscreen;
        Assert.True(open.Pump(() => open.Window.FramebufferSize == new Vector2D<int>(1280, 1024)));
        Assert.Equal(WindowState.Fullscreen, open.Window.WindowState);
        open.Window.WindowState = WindowState.Normal;
        Assert.True(open.Pump(() => open.Window.FramebufferSize == new Vector2D<int>(400, 300)));
        Assert.True(open.Pump(() => open.Window.Position == new Vector2D<int>(30, 40)));
    }

    [DisplayFact]
    public void Closing_comes_before_the_window_is_said_to_close()
    {
        using var open = new OpenWindow(fixture.Display);
        bool closingDuringEvent = true;
        open.Window.Closing += () => closingDuringEvent = open.Window.IsClosing;
        open.Window.Close();
        Assert.False(closingDuringEvent);
        Assert.True(open.Window.IsClosing);
        open.Window.IsClosing = false;
        Assert.False(open.Window.IsClosing);
    }

    [DisplayFact]
    public void What_a_handler_throws_reaches_the_caller_of_DoEvents()
    {
        using var open = new OpenWindow(fixture.Display);
        open.Window.FileDrop += _ => throw new FormatException("not a picture");
        using var source = new FileDropSource(fixture.Display.Name, open.XWindow, ["/tmp/x.png"]);
        var thrown = Assert.Throws<FormatException>(() => source.Complete(TimeSpan.FromSeconds(5), open.Window.DoEvents));
        Assert.Equal("not a picture", thrown.Message);
    }

    [DisplayFact]
    public void Files_dropped_by_another_program_arrive_with_their_exact_names()
    {
        using var open = new OpenWindow(fixture.Display);
        string[] paths = ["/tmp/latent walk/顔 (1) ü 100%.png", "/tmp/b#c;d.png"];
        using var source = new FileDropSource(fixture.Display.Name, open.XWindow, paths);
        Assert.True(source.Complete(TimeSpan.FromSeconds(5), open.Window.DoEvents));
        Assert.True(source.IsAccepted);
        Assert.Contains("drop " + string.Join(" | ", paths), open.Log);
    }

    private readonly record struct Rgba(byte R, byte G, byte B);
}
