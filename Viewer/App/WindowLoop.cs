using LatentWalk.Core.Errors;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Settings;
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
    private long drawnOther;
    private double sinceDrawn;
    private int drawnPreferences;
    private int drawnMarks;
    private float drawnOpacity;
    private bool resting;
    private bool minimised;
    private FramePacer? pacer;
    private WindowPlace? place;
    private int followed;
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
        if (settings.FullScreen || session.Preferences.Settings.FullScreen)
        {
            session.Press(Command.FullScreen);
        }

        lastTick = clock.GetTimestamp();
        try
        {
            made.Run(() =>
            {
                Frame(stop);
                if (!made.IsClosing)
                {
                    pacer?.Wait(resting);
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
                VSync = settings.VSync && session.Preferences.Settings.Vsync,
                PreferredDepthBufferBits = 0,
                PreferredStencilBufferBits = 0,
            });
            made.Load += () =>
            {
                gl = made.CreateOpenGL();
                Renderer = gl.GetStringS(StringName.Renderer);
                scene = new LastingScene(gl);
                input = new WindowInput(made, session);
                place = new WindowPlace(made);
            };
            made.Render += _ => Draw();
            made.Move += _ => pacer = null;    // perhaps to a display of another rate
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
        session.Layout = LayoutOf(shown);
        if (Step is not null && !Step(seconds))
        {
            shown.Close();
            return;
        }

        Poll(shown, seconds);
        FollowSettings(shown);
        sinceDrawn += seconds;
        if (!minimised && size.X > 0 && size.Y > 0 && NeedsDrawing(size))
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

    // Nobody sees what a window in the taskbar shows: no time passes there, and nothing is computed.
    private void Poll(IWindow shown, double seconds)
    {
        minimised = shown.WindowState == WindowState.Minimized;
        input!.Poll(seconds);
        session.Tick(minimised ? 0 : seconds);
    }

    private bool NeedsDrawing(Vector2D<int> size) =>
        sinceDrawn >= StillSeconds
        || size != drawnSize
        || session.Face.Version != drawnFace
        || session.Desk.Fade.Share != drawnShare
        || session.Sheet.Version != drawnSheet
        || session.Desk.Other.Version != drawnOther
        || session.Preferences.Version != drawnPreferences
        || session.CaptureMarks != drawnMarks
        || Opacity != drawnOpacity
        || !session.State.LooksLike(drawn);

    private SceneLayout LayoutOf(IWindow shown)
    {
        Vector2D<int> size = shown.FramebufferSize;
        float density = size.X / (float)Math.Max(1, shown.Size.X);
        return SceneLayout.Of(Math.Max(1, size.X), Math.Max(1, size.Y), session.Preferences.Settings, density);
    }

    private float Opacity => HudFade.Opacity(session.State, session.Preferences.Settings);

    private void Draw()
    {
        if (scene is null || window is null)
        {
            return;
        }

        // Full screen, or a drag of the window's edge, may have changed the size since the frame began.
        Vector2D<int> size = window.FramebufferSize;
        session.Layout = LayoutOf(window);
        scene.Draw(session, Math.Max(1, size.X), Math.Max(1, size.Y));
        drawn = session.State;
        drawnFace = session.Face.Version;
        drawnShare = session.Desk.Fade.Share;
        drawnSheet = session.Sheet.Version;
        drawnOther = session.Desk.Other.Version;
        drawnMarks = session.CaptureMarks;
        drawnPreferences = session.Preferences.Version;
        drawnOpacity = Opacity;
        drawnSize = size;
        sinceDrawn = 0;
    }

    private void FollowSettings(IWindow shown)
    {
        place!.Follow(session.State.FullScreen, session.Preferences.Settings.Monitor);
        if (followed == session.Preferences.Version && pacer is not null)
        {
            return;
        }

        followed = session.Preferences.Version;
        ViewerSettings wanted = session.Preferences.Settings;
        if (shown.VSync != (settings.VSync && wanted.Vsync))
        {
            shown.VSync = !shown.VSync;
        }

        double rate = RefreshRate(shown);
        double limit = settings.FrameLimit ?? (wanted.FrameLimit > 0 ? wanted.FrameLimit : rate);
        pacer = new FramePacer(clock, Math.Min(limit, rate));
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
