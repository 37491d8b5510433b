using System.Numerics;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>
/// Every gamepad that is plugged in, as one: buttons as commands, sticks and triggers as what the hands hold. Pads come and go at
/// any time; one that goes lets go of what it held.
/// </summary>
/// <param name="press">Hears of every button that goes down and means something.</param>
/// <param name="release">Hears of every one that comes up, and of what an unplugged pad held.</param>
internal sealed class Gamepads(Action<Command> press, Action<Command> release)
{
    private readonly List<Pad> pads = [];

    /// <summary>What the buttons mean from their next press on.</summary>
    public ButtonMap Map { get; set; } = ButtonMap.Default;

    /// <summary>Sees every button first; true takes it.</summary>
    public Func<ButtonName, bool>? Intercept { get; init; }

    /// <summary>Hears a sentence when a pad comes or goes.</summary>
    public Action<string>? Say { get; init; }

    public int Count => pads.Count;

    /// <summary>A pad was plugged in or out while the window was open.</summary>
    public void ConnectionChanged(IGamepad gamepad, bool connected)
    {
        if (connected)
        {
            Connect(gamepad);
            Say?.Invoke($"gamepad: {gamepad.Name}");
        }
        else
        {
            Disconnect(gamepad);
            Say?.Invoke("the gamepad was unplugged");
        }
    }

    /// <summary>Begins to listen to a pad. One that is known already is not heard twice.</summary>
    public void Connect(IGamepad gamepad)
    {
        if (pads.Exists(pad => ReferenceEquals(pad.Device, gamepad)))
        {
            return;
        }

        Pad added = new(gamepad);
        pads.Add(added);
        gamepad.ButtonDown += ButtonDown;
        gamepad.ButtonUp += ButtonUp;
    }

    public void Disconnect(IGamepad gamepad)
    {
        int index = pads.FindIndex(pad => ReferenceEquals(pad.Device, gamepad));
        if (index >= 0)
        {
            Forget(index);
        }
    }

    /// <summary>Lets go of every pad.</summary>
    public void DisconnectAll()
    {
        for (int index = pads.Count - 1; index >= 0; index--)
        {
            Forget(index);
        }
    }

    /// <summary>What the sticks and triggers of all pads ask for now. Buttons come as commands.</summary>
    public FlightInput Read(in GamepadAxes axes)
    {
        FlightInput sum = default;
        for (int index = pads.Count - 1; index >= 0; index--)
        {
            if (pads[index].Device.IsConnected)
            {
                sum = GamepadAxes.Combine(sum, pads[index].Read(axes));
            }
            else
            {
                Forget(index);    // whoever should have said so did not
            }
        }

        return sum;
    }

    /// <summary>All motors of all pads from now on, 0 to 1.</summary>
    public void Rumble(float speed)
    {
        foreach (Pad pad in pads)
        {
            foreach (IMotor motor in pad.Device.VibrationMotors)
            {
                motor.Speed = speed;
            }
        }
    }

    private void Forget(int index)
    {
        Pad pad = pads[index];
        pads.RemoveAt(index);
        pad.Device.ButtonDown -= ButtonDown;
        pad.Device.ButtonUp -= ButtonUp;
        foreach (Command command in pad.Held.Values)
        {
            release(command);
        }
    }

    private void ButtonDown(IGamepad gamepad, Button button)
    {
        if (Intercept?.Invoke(button.Name) == true)
        {
            return;
        }

        if (Map.TryGet(button.Name, out Command command) && Find(gamepad) is { } pad && pad.Held.TryAdd(button.Name, command))
        {
            press(command);
        }
    }

    // What went down comes up, whatever the button means by now.
    private void ButtonUp(IGamepad gamepad, Button button)
    {
        if (Find(gamepad) is { } pad && pad.Held.Remove(button.Name, out Command command))
        {
            release(command);
        }
    }

    private Pad? Find(IGamepad gamepad) => pads.Find(pad => ReferenceEquals(pad.Device, gamepad));

    private sealed class Pad(IGamepad device)
    {
        private bool leftRestsLow;
        private bool rightRestsLow;

        public IGamepad Device => device;

        public Dictionary<ButtonName, Command> Held { get; } = [];

        public FlightInput Read(in GamepadAxes axes)
        {
            IReadOnlyList<Thumbstick> sticks = device.Thumbsticks;
            IReadOnlyList<Trigger> triggers = device.Triggers;
            return axes.Read(
                Stick(sticks, 0),
                Stick(sticks, 1),
                triggers.Count > 0 ? GamepadAxes.Pull(triggers[0], ref leftRestsLow) : 0,
                triggers.Count > 1 ? GamepadAxes.Pull(triggers[1], ref rightRestsLow) : 0);
        }

        private static Vector2 Stick(IReadOnlyList<Thumbstick> sticks, int index) =>
            index < sticks.Count ? new Vector2(sticks[index].X, sticks[index].Y) : Vector2.Zero;
    }
}
