using System.Numerics;
using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using Silk.NET.Input;
using Silk.NET.Windowing;

namespace LatentWalk.Viewer.App;

/// <summary>Passes a window's keys, mouse, gamepads and dropped files on to the session. Owns the input context.</summary>
internal sealed class WindowInput : IDisposable
{
    private readonly IWindow window;
    private readonly WalkSession session;
    private readonly IInputContext input;
    private readonly Gamepads gamepads;
    private readonly Rumbling rumbling;
    private int followed = -1;

    // Where the pointer was when the events now being read happened. The mouse's own position is where it is by now:
    // in a slow frame, where a drag has already ended.
    private Vector2? pointer;

    public WindowInput(IWindow window, WalkSession session)
    {
        this.window = window;
        this.session = session;
        input = window.CreateInput();
        gamepads = new Gamepads(session.Press, session.Release) { Intercept = session.Screens.ButtonDown, Say = session.Say };
        rumbling = new Rumbling(gamepads);
        foreach (IKeyboard keyboard in input.Keyboards)
        {
            keyboard.KeyDown += (_, key, _) => session.KeyDown(key);
            keyboard.KeyUp += (_, key, _) => session.KeyUp(key);
        }

        foreach (IMouse mouse in input.Mice)
        {
            mouse.MouseDown += (sender, button) => session.PointerDown(pointer ?? ToFramebuffer(sender.Position), button);
            mouse.MouseUp += (_, button) => session.PointerUp(button);
            mouse.MouseMove += (_, position) =>
            {
                pointer = ToFramebuffer(position);
                session.PointerMove(pointer.Value);
            };
            mouse.Scroll += (_, wheel) => session.Wheel(wheel.Y);
        }

        foreach (IGamepad gamepad in input.Gamepads)
        {
            gamepads.Connect(gamepad);
        }

        input.ConnectionChanged += ConnectionChanged;
        window.FileDrop += session.Open;
        window.FocusChanged += FocusChanged;
    }

    /// <summary>Reads the sticks, which are states and not events, and ends what shakes.</summary>
    /// <param name="seconds">Since the last call.</param>
    public void Poll(double seconds)
    {
        if (followed != session.Preferences.Version)
        {
            followed = session.Preferences.Version;
            gamepads.Map = session.Preferences.Buttons;
        }

        session.SetGamepad(gamepads.Read(session.Preferences.Axes));
        if (session.TakeRumble() && session.Preferences.Settings is { Rumble: true, ReducedMotion: false })
        {
            rumbling.Start();
        }

        rumbling.Advance(seconds);
    }

    public void Dispose()
    {
        rumbling.Stop();
        gamepads.DisconnectAll();
        input.Dispose();
    }

    private void ConnectionChanged(IInputDevice device, bool connected)
    {
        if (device is IGamepad gamepad)
        {
            gamepads.ConnectionChanged(gamepad, connected);
        }
    }

    private void FocusChanged(bool focused)
    {
        if (!focused)
        {
            session.ReleaseAll();
        }
    }

    // The mouse comes in window units, which on some displays are not pixels.
    private Vector2 ToFramebuffer(Vector2 position)
    {
        float width = Math.Max(1, window.Size.X);
        float height = Math.Max(1, window.Size.Y);
        return position * new Vector2(window.FramebufferSize.X / width, window.FramebufferSize.Y / height);
    }
}
