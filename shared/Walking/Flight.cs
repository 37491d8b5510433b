using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>One simulation step of free flight: thrust against damping, then a turn on the sphere.</summary>
public static class Flight
{
    /// <summary>
    /// Velocity (forward, right, third; radians per second) relaxes exponentially towards what the thrust asks for. The
    /// distance covered is that curve's exact integral, so the step length decides nothing but how finely turns are followed.
    /// </summary>
    public static (Pose Pose, Vector3 Velocity) Step(in Pose pose, Vector3 velocity, in FlightInput input, Vector3 gains, FlightSettings settings)
    {
        float seconds = (float)settings.StepSeconds;
        Vector3 target = input.Limited() * gains * settings.Speed * SpeedFactor(input, settings);
        float rate = input.IsSteering ? settings.Acceleration : settings.Damping;
        float kept = MathF.Exp(-rate * seconds);
        Vector3 excess = velocity - target;
        Vector3 distance = target * seconds + excess * ((1 - kept) / rate);
        Vector3 next = target + excess * kept;
        if (!input.IsSteering && next.Length() < settings.RestSpeed)
        {
            next = Vector3.Zero;
        }

        return (pose.Turn(distance), next);
    }

    public static float SpeedFactor(in FlightInput input, FlightSettings settings) =>
        (input.Fast ? settings.FastFactor : 1) * (input.Precise ? settings.PreciseFactor : 1);
}
