using System.Numerics.Tensors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking;

/// <summary>
/// A flight by itself from one waypoint to another, along the great circle between them, and from one mixture of classes
/// to another. Immutable.
/// </summary>
public sealed record Journey(Waypoint From, Waypoint To, double Seconds, JourneyKind Kind)
{
    /// <summary>[classes] weights at the departure; empty for a generator without classes.</summary>
    public float[] ClassesFrom { get; init; } = [];

    /// <summary>[classes] weights at the arrival; empty for a generator without classes.</summary>
    public float[] ClassesTo { get; init; } = [];

    /// <summary>A journey that takes the time its angle needs at <paramref name="speed"/> (radians per second).</summary>
    public static Journey AtSpeed(Waypoint from, Waypoint to, float speed, JourneyKind kind, FlightSettings settings) =>
        new(from, to, Math.Max(Sphere.Angle(from.Z, to.Z) / speed, settings.ShortestJourneySeconds), kind);

    /// <summary>The class weights <paramref name="elapsed"/> seconds after departure, [classes].</summary>
    public float[] Classes(double elapsed) => ClassWeights.Between(ClassesFrom, ClassesTo, (float)Ease(Math.Clamp(elapsed / Seconds, 0, 1)));

    /// <summary>The latent <paramref name="elapsed"/> seconds after departure, [zdim].</summary>
    public void WriteLatent(double elapsed, Span<float> z)
    {
        double t = Math.Clamp(elapsed / Seconds, 0, 1);
        if (t is 0 or 1)
        {
            (t == 0 ? From : To).Z.CopyTo(z);
            return;
        }

        Sphere.Slerp(From.Z, To.Z, (float)Ease(t), z);
    }

    /// <summary>Radians covered <paramref name="elapsed"/> seconds after departure.</summary>
    public double Covered(double elapsed) => Sphere.Angle(From.Z, To.Z) * Ease(Math.Clamp(elapsed / Seconds, 0, 1));

    // Starts and ends at rest. The auto-walk lingers less at its faces than a single flight does.
    private double Ease(double t) => Kind == JourneyKind.AutoWalk
        ? t * t * (3 - 2 * t)
        : t * t * t * (t * (6 * t - 15) + 10);
}
