using Silk.NET.Input;

namespace Silk.NET.GLFW;

/// <summary>One keyboard, one mouse and the connected gamepads of one window.</summary>
internal sealed class GlfwInputContext : IInputContext
{
    private const int Slots = 16;

    private readonly GlfwWindow window;
    private readonly GlfwGamepad[] slots = new GlfwGamepad[Slots];
    private readonly List<IGamepad> connected = [];

    internal GlfwInputContext(GlfwWindow window)
    {
        this.window = window;
        var keyboard = new GlfwKeyboard(window.Handle);
        var mouse = new GlfwMouse(window.Handle);
        Keyboards = [keyboard];
        Mice = [mouse];
        for (int i = 0; i < Slots; i++)
        {
            slots[i] = new GlfwGamepad(i);
        }

        GlfwInputCallbacks.Attach(window, keyboard, mouse);
        Poll();
        window.Polled += Poll;
    }

    public event Action<IInputDevice, bool>? ConnectionChanged;

    public IReadOnlyList<IGamepad> Gamepads => connected;

    public IReadOnlyList<IKeyboard> Keyboards { get; }

    public IReadOnlyList<IMouse> Mice { get; }

    public void Dispose()
    {
        window.Polled -= Poll;
        GlfwInputCallbacks.Detach(window);
    }

    private void Poll()
    {
        foreach (GlfwGamepad gamepad in slots)
        {
            bool before = gamepad.IsConnected;
            gamepad.Poll();
            if (before == gamepad.IsConnected)
            {
                continue;
            }

            if (gamepad.IsConnected)
            {
                connected.Add(gamepad);
            }
            else
            {
                connected.Remove(gamepad);
            }

            ConnectionChanged?.Invoke(gamepad, gamepad.IsConnected);
        }
    }
}
