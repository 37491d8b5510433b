using System.Runtime.InteropServices;
using Silk.NET.Input;

namespace Silk.NET.GLFW;

/// <summary>One of GLFW's 16 joystick slots as a gamepad; what changed since the last poll becomes events.</summary>
internal sealed unsafe class GlfwGamepad : IGamepad
{
    private readonly Button[] buttons = new Button[GlfwGamepadState.ButtonCount];
    private readonly Thumbstick[] thumbsticks = [new(0, 0, 0), new(1, 0, 0)];
    private readonly Trigger[] triggers = [new(0, -1), new(1, -1)];

    internal GlfwGamepad(int slot)
    {
        Index = slot;
        for (int i = 0; i < buttons.Length; i++)
        {
            buttons[i] = new Button((ButtonName)i, i, false);
        }
    }

    public event Action<IGamepad, Button>? ButtonDown;

    public event Action<IGamepad, Button>? ButtonUp;

    public event Action<IGamepad, Thumbstick>? ThumbstickMoved;

    public event Action<IGamepad, Trigger>? TriggerMoved;

    public string Name { get; private set; } = "";

    public int Index { get; }

    public bool IsConnected { get; private set; }

    public IReadOnlyList<Button> Buttons => buttons;

    public IReadOnlyList<Thumbstick> Thumbsticks => thumbsticks;

    public IReadOnlyList<Trigger> Triggers => triggers;

    /// <summary>GLFW has none.</summary>
    public IReadOnlyList<IMotor> VibrationMotors => [];

    public Deadzone Deadzone { get; set; }

    internal void Poll()
    {
        GlfwGamepadState state;
        if (GlfwNative.glfwJoystickIsGamepad(Index) == 0 || GlfwNative.glfwGetGamepadState(Index, &state) == 0)
        {
            IsConnected = false;
        }
        else
        {
            Name = IsConnected ? Name : Marshal.PtrToStringUTF8((nint)GlfwNative.glfwGetGamepadName(Index)) ?? "";
            Apply(in state);
        }
    }

    /// <summary>Takes over a state of the connected gamepad and raises what differs from the one before.</summary>
    internal void Apply(in GlfwGamepadState state)
    {
        IsConnected = true;
        for (int i = 0; i < buttons.Length; i++)
        {
            SetButton(i, state.Buttons[i] == GlfwConstant.Press);
        }

        for (int i = 0; i < thumbsticks.Length; i++)
        {
            SetThumbstick(i, Deadzone.Apply(state.Axes[2 * i]), Deadzone.Apply(state.Axes[2 * i + 1]));
            SetTrigger(i, Deadzone.Apply(state.Axes[4 + i]));
        }
    }

    private void SetButton(int index, bool pressed)
    {
        if (buttons[index].Pressed == pressed)
        {
            return;
        }

        buttons[index] = new Button((ButtonName)index, index, pressed);
        (pressed ? ButtonDown : ButtonUp)?.Invoke(this, buttons[index]);
    }

    private void SetThumbstick(int index, float x, float y)
    {
        if (!thumbsticks[index].X.Equals(x) || !thumbsticks[index].Y.Equals(y))
        {
            thumbsticks[index] = new Thumbstick(index, x, y);
            ThumbstickMoved?.Invoke(this, thumbsticks[index]);
        }
    }

    private void SetTrigger(int index, float position)
    {
        if (!triggers[index].Position.Equals(position))
        {
            triggers[index] = new Trigger(index, position);
            TriggerMoved?.Invoke(this, triggers[index]);
        }
    }
}
