using System.Numerics;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>What a gamepad's sticks and buttons mean.</summary>
internal static class GamepadMap
{
    public static bool TryGet(ButtonName button, out Command command)
    {
        (command, bool known) = button switch
        {
            ButtonName.A => (Command.Random, true),
            ButtonName.B => (Command.Undo, true),
            ButtonName.X => (Command.Save, true),
            ButtonName.Y => (Command.AutoWalk, true),
            ButtonName.Back => (Command.Grid, true),
            ButtonName.Start => (Command.Help, true),
            ButtonName.RightStick => (Command.Pick, true),
            ButtonName.DPadUp => (Command.Forward, true),
            ButtonName.DPadDown => (Command.Backward, true),
            ButtonName.DPadLeft => (Command.Left, true),
            ButtonName.DPadRight => (Command.Right, true),
            ButtonName.RightBumper => (Command.Fast, true),
            ButtonName.LeftBumper => (Command.Precise, true),
            _ => (default, false),
        };
        return known;
    }

    /// <summary>Left stick walks; the right one takes the third direction and the truncation. Sticks report down as positive.</summary>
    public static FlightInput Read(Vector2 leftStick, Vector2 rightStick)
    {
        Vector2 left = DeadZone.Apply(leftStick);
        Vector2 right = DeadZone.Apply(rightStick);
        return new FlightInput(new Vector3(-left.Y, left.X, right.X), -right.Y);
    }

    /// <summary>Keyboard and gamepad add up.</summary>
    public static FlightInput Combine(in FlightInput a, in FlightInput b) => new(
        Vector3.Clamp(a.Thrust + b.Thrust, new Vector3(-1), Vector3.One),
        Math.Clamp(a.Truncation + b.Truncation, -1, 1),
        a.Fast || b.Fast,
        a.Precise || b.Precise,
        a.Rewind || b.Rewind);
}
