using LatentWalk.Core.Errors;
using LatentWalk.Walking;
using Silk.NET.GLFW;
using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;

namespace LatentWalk.Viewer.App;

/// <summary>The window: events in, frames out, at the display's rate; it draws only when there is something new to see.</summary>
internal sealed class WindowLoop(WalkSession session, WindowSettings settings, TimeProvider clock) : IDisposable
{
    /// <summary>So often the same picture is drawn again: for what another window left behind.</summary>
    private const double StillSeconds = 5;

    private const int LikelyRate = 60;

    private IWindow? window;
    private WindowInput? input;
    private LastingScene? scene;
    private GL? gl;
    private long lastTick;
    private WalkState drawn;
    private long drawnFace;
    private float drawnShare;
    private long drawnSheet;
    private double sinceDrawn;
    private bool resting;
    private Vector2D<int> drawnSize;

    /// <summary>Called as each frame begins, with the seconds since the last; false closes the window. For who measures.</summary>
    public Func<double, bool>? Step { get; init; }

    /// <summary>OpenGL's name for what draws; null before the window is open.</summary>
    public string? Renderer { get; private set; }

    /// <summary>Whether a window has anywhere to be; only Linux can tell beforehand.</summary>
    public static bool HasDisplay => !OperatingSystem.IsLinux()
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    /// <summary>Runs until the window is closed or the token asks for it.</summary>
    public void Run(CancellationToken stop)
    {
        using IWindow made = Make();
        window = made;
        if (settings.FullScreen)
        {
            session.Press(Command.FullScreen);
        }

        double rate = RefreshRate(made);
        FramePacer pacer = new(clock, settings.FrameLimit is { } limit ? Math.Min(limit, rate) : rate);
        lastTick = clock.GetTimestamp();
        try
        {
            made.Run(() =>
            {
                Frame(stop);
                if (!made.IsClosing)
                {
                    pacer.Wait(resting);
                }
            });
        }
        finally
        {
            Free();
        }
    }

    public void Dispose() => Free();

    private IWindow Make()
    {
        try
        {
            IWindow made = Window.Create(WindowOptions.Default with
            {
                Title = "Latent Walk",
                Size = new Vector2D<int>(settings.Width, settings.Height),
                VSync = settings.VSync,
                PreferredDepthBufferBits = 0,
                PreferredStencilBufferBits = 0,
            });
            made.Load += () =>
            {
                gl = made.CreateOpenGL();
                Renderer = gl.GetStringS(StringName.Renderer);
                scene = new LastingScene(gl);
                input = new WindowInput(made, session);
            };
            made.Render += _ => Draw();
            made.Closing += Free;
            made.Initialize();
            return made;
        }
        catch (Exception refused) when (refused is PlatformNotSupportedException or GlfwException)
        {
            throw new DeviceException(
                $"no window with OpenGL 3.3 can be opened here: {refused.Message.TrimEnd('.')}. Draw into files instead with: lw view --headless --frames 60 --out frames", refused);
        }
    }

    private void Frame(CancellationToken stop)
    {
        IWindow shown = window!;
        shown.DoEvents();
        if (stop.IsCancellationRequested || session.State.Quitting)
        {
            shown.Close();
        }

        if (shown.IsClosing)
        {
            return;
        }

        long now = clock.GetTimestamp();
        double seconds = clock.GetElapsedTime(lastTick, now).TotalSeconds;
        lastTick = now;
        Vector2D<int> size = shown.FramebufferSize;
        session.Layout = new SceneLayout(Math.Max(1, size.X), Math.Max(1, size.Y));
        if (Step is not null && !Step(seconds))
        {
            shown.Close();
            return;
        }

        input!.Poll();
        session.Tick(seconds);
        FollowFullScreen(shown);
        sinceDrawn += seconds;
        if (size.X > 0 && size.Y > 0 && NeedsDrawing(size))
        {
            shown.DoRender();
            session.Desk.Statistics.FrameShown(session.Desk);
            resting = false;
        }
        else
        {
            session.Desk.Statistics.FrameSkipped();
            resting = !session.Desk.IsWaiting;
        }
    }

    private bool NeedsDrawing(Vector2D<int> size) =>
        sinceDrawn >= StillSeconds
        || size != drawnSize
        || session.Face.Version != drawnFace
        || session.Desk.Fade.Share != drawnShare
        || session.Sheet.Version != drawnSheet
        || !session.State.LooksLike(drawn);

    private void Draw()
    {
        if (scene is null || window is null)
        {
            return;
        }

        Vector2D<int> size = window.FramebufferSize;
        scene.Draw(session, Math.Max(1, size.X), Math.Max(1, size.Y));
        drawn = session.State;
        drawnFace = session.Face.Version;
        drawnShare = session.Desk.Fade.Share;
        drawnSheet = session.Sheet.Version;
        drawnSize = size;
        sinceDrawn = 0;
    }

    private void FollowFullScreen(IWindow shown)
    {
        WindowState wanted = session.State.FullScreen ? WindowState.Fullscreen : WindowState.Normal;
        if ((shown.WindowState == WindowState.Fullscreen) != session.State.FullScreen)
        {
            shown.WindowState = wanted;
        }
    }

    // While the context still lives: it is gone once the loop has ended.
    private void Free()
    {
        input?.Dispose();
        scene?.Dispose();
        gl?.Dispose();
        input = null;
        scene = null;
        gl = null;
    }

    private static double RefreshRate(IWindow shown) =>
        shown.Monitor?.VideoMode.RefreshRate is { } rate and >= 24 and <= 1000 ? rate : LikelyRate;
}
