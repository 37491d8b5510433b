using System.Numerics;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>What a gamepad's sticks and triggers ask for. Sticks report down as positive.</summary>
/// <param name="DeadZone">Pushes shorter than this part of the way are none.</param>
internal readonly record struct GamepadAxes(float DeadZone, bool InvertForward = false, bool InvertRight = false)
{
    /// <summary>A trigger pulled further than this rewinds.</summary>
    private const float Pulled = 0.35f;

    /// <summary>A trigger at rest below this reports from -1; one that never did reports from 0.</summary>
    private const float RestBelow = -0.5f;

    /// <summary>
    /// The left stick flies; the right one takes the third axis and the truncation. The left trigger turns time back, the right
    /// one takes the truncation up.
    /// </summary>
    public FlightInput Read(Vector2 leftStick, Vector2 rightStick, float leftTrigger = 0, float rightTrigger = 0)
    {
        Vector2 left = Input.DeadZone.Apply(leftStick, DeadZone);
        Vector2 right = Input.DeadZone.Apply(rightStick, DeadZone);
        Vector3 thrust = new(InvertForward ? left.Y : -left.Y, InvertRight ? -left.X : left.X, right.X);
        float pull = rightTrigger <= DeadZone ? 0 : (rightTrigger - DeadZone) / (1 - DeadZone);
        return new FlightInput(thrust, Math.Clamp(pull - right.Y, -1, 1), Rewind: leftTrigger > Pulled);
    }

    /// <summary>Keyboard and gamepads add up.</summary>
    public static FlightInput Combine(in FlightInput a, in FlightInput b) => new(
        Vector3.Clamp(a.Thrust + b.Thrust, new Vector3(-1), Vector3.One),
        Math.Clamp(a.Truncation + b.Truncation, -1, 1),
        a.Fast || b.Fast,
        a.Precise || b.Precise,
        a.Rewind || b.Rewind);

    /// <summary>How far a trigger is pulled, 0 to 1. Some report -1 to 1, some 0 to 1, and the first kind 0 before it is first touched.</summary>
    /// <param name="restsLow">Whether it was ever seen near -1; updated.</param>
    public static float Pull(Trigger trigger, ref bool restsLow)
    {
        restsLow |= trigger.Position < RestBelow;
        float pull = restsLow ? (trigger.Position + 1) / 2 : trigger.Position;
        return float.IsFinite(pull) ? Math.Clamp(pull, 0, 1) : 0;
    }
}
