using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.Input;

/// <summary>A gamepad that does what a test tells it, behind the interface that real ones have.</summary>
internal sealed class ScriptedGamepad : IGamepad
{
    private readonly Button[] buttons = [.. Enumerable.Range(0, 15).Select(index => new Button((ButtonName)index, index, false))];
    private readonly Thumbstick[] sticks = [new(0, 0, 0), new(1, 0, 0)];
    private readonly Trigger[] triggers = [new(0, -1), new(1, -1)];
    private readonly Motor motor = new();

    public event Action<IGamepad, Button>? ButtonDown;

    public event Action<IGamepad, Button>? ButtonUp;

    public event Action<IGamepad, Thumbstick>? ThumbstickMoved;

    public event Action<IGamepad, Trigger>? TriggerMoved;

    public string Name => "scripted";

    public int Index => 0;

    public bool IsConnected { get; set; } = true;

    public IReadOnlyList<Button> Buttons => buttons;

    public IReadOnlyList<Thumbstick> Thumbsticks => sticks;

    public IReadOnlyList<Trigger> Triggers => triggers;

    public IReadOnlyList<IMotor> VibrationMotors => [motor];

    public Deadzone Deadzone { get; set; }

    internal float Shaking => motor.Speed;

    /// <summary>Whether anybody would hear a button.</summary>
    internal bool IsHeard => ButtonDown is not null;

    internal void Down(ButtonName name)
    {
        buttons[(int)name] = new Button(name, (int)name, true);
        ButtonDown?.Invoke(this, buttons[(int)name]);
    }

    internal void Up(ButtonName name)
    {
        buttons[(int)name] = new Button(name, (int)name, false);
        ButtonUp?.Invoke(this, buttons[(int)name]);
    }

    internal void Press(ButtonName name)
    {
        Down(name);
        Up(name);
    }

    internal void Push(int stick, float x, float y)
    {
        sticks[stick] = new Thumbstick(stick, x, y);
        ThumbstickMoved?.Invoke(this, sticks[stick]);
    }

    internal void Pull(int trigger, float position)
    {
        triggers[trigger] = new Trigger(trigger, position);
        TriggerMoved?.Invoke(this, triggers[trigger]);
    }

    private sealed class Motor : IMotor
    {
        public int Index => 0;

        public float Speed { get; set; }
    }
}
