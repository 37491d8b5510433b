namespace Silk.NET.Input;

public interface IGamepad : IInputDevice
{
    IReadOnlyList<Button> Buttons { get; }

    IReadOnlyList<Thumbstick> Thumbsticks { get; }

    IReadOnlyList<Trigger> Triggers { get; }

    IReadOnlyList<IMotor> VibrationMotors { get; }

    Deadzone Deadzone { get; set; }

    event Action<IGamepad, Button>? ButtonDown;

    event Action<IGamepad, Button>? ButtonUp;

    event Action<IGamepad, Thumbstick>? ThumbstickMoved;

    event Action<IGamepad, Trigger>? TriggerMoved;
}
