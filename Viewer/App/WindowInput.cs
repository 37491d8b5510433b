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

    // Where the pointer was when the events now being read happened. The mouse's own position is where it is by now:
    // in a slow frame, where a drag has already ended.
    private Vector2? pointer;

    public WindowInput(IWindow window, WalkSession session)
    {
        this.window = window;
        this.session = session;
        input = window.CreateInput();
        foreach (IKeyboard keyboard in input.Keyboards)
        {
            keyboard.KeyDown += (_, key, _) => session.KeyDown(key);
            keyboard.KeyUp += (_, key, _) => session.KeyUp(key);
        }

        foreach (IMouse mouse in input.Mice)
        {
            mouse.MouseDown += (sender, button) =>
            {
                if (button == MouseButton.Left)
                {
                    session.PointerDown(pointer ?? ToFramebuffer(sender.Position));
                }
            };
            mouse.MouseUp += (_, button) =>
            {
                if (button == MouseButton.Left)
                {
                    session.PointerUp();
                }
            };
            mouse.MouseMove += (_, position) =>
            {
                pointer = ToFramebuffer(position);
                session.PointerMove(pointer.Value);
            };
            mouse.Scroll += (_, wheel) => session.Wheel(wheel.Y);
        }

        foreach (IGamepad gamepad in input.Gamepads)
        {
            Attach(gamepad);
        }

        input.ConnectionChanged += (device, connected) =>
        {
            if (connected && device is IGamepad gamepad)
            {
                Attach(gamepad);
            }
        };
        window.FileDrop += paths => session.Open(paths[0]);
        window.FocusChanged += focused =>
        {
            if (!focused)
            {
                session.ReleaseAll();
            }
        };
    }

    /// <summary>Reads the sticks, which are states and not events.</summary>
    public void Poll()
    {
        if (input.Gamepads.Count == 0)
        {
            session.SetSticks(Vector2.Zero, Vector2.Zero);
            return;
        }

        IReadOnlyList<Thumbstick> sticks = input.Gamepads[0].Thumbsticks;
        session.SetSticks(
            sticks.Count > 0 ? new Vector2(sticks[0].X, sticks[0].Y) : Vector2.Zero,
            sticks.Count > 1 ? new Vector2(sticks[1].X, sticks[1].Y) : Vector2.Zero);
    }

    public void Dispose() => input.Dispose();

    private void Attach(IGamepad gamepad)
    {
        // A pad that was unplugged and comes back is the same object: it must not press everything twice.
        gamepad.ButtonDown -= ButtonDown;
        gamepad.ButtonUp -= ButtonUp;
        gamepad.ButtonDown += ButtonDown;
        gamepad.ButtonUp += ButtonUp;
    }

    private void ButtonDown(IGamepad gamepad, Button button)
    {
        if (GamepadMap.TryGet(button.Name, out Command command))
        {
            session.Press(command);
        }
    }

    private void ButtonUp(IGamepad gamepad, Button button)
    {
        if (GamepadMap.TryGet(button.Name, out Command command))
        {
            session.Release(command);
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
