using LatentWalk.Core.Numerics;

namespace LatentWalk.Core.Latents;

/// <summary>
/// Great-circle geometry. A standard normal latent of many dimensions lies close to the sphere of radius sqrt(zdim), so
/// that is where a walk stays. Sums run in double and in order: the same result on every machine.
/// </summary>
public static class Sphere
{
    private const double Tiny = 1e-12;

    /// <summary>
    /// The point at <paramref name="t"/> on the shorter great circle from a (t = 0, exactly) to b (t = 1, exactly); the
    /// radius runs linearly from |a| to |b|. Opposite points have no shorter way: one is chosen, always the same.
    /// <paramref name="result"/> may be a or b.
    /// </summary>
    public static void Slerp(ReadOnlySpan<float> a, ReadOnlySpan<float> b, float t, Span<float> result)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(result.Length, a.Length);
        if (t == 0 || t == 1)
        {
            (t == 0 ? a : b).CopyTo(result);
            return;
        }

        double lengthA = Radius(a);
        double lengthB = Radius(b);
        double angle = Angle(a, b, lengthA, lengthB);
        double sine = StableMath.SinCos(angle).Sin;
        if (lengthA < Tiny || lengthB < Tiny || (sine < 1e-6 && angle < 1))
        {
            for (int i = 0; i < a.Length; i++)
            {
                result[i] = (float)((a[i] * (1.0 - t)) + (b[i] * (double)t));
            }

            return;
        }

        double radius = (lengthA * (1.0 - t)) + (lengthB * (double)t);
        if (sine < 1e-6)
        {
            HalfTurn(a, lengthA, radius, t, result);
            return;
        }

        double weightA = radius * StableMath.SinCos((1.0 - t) * angle).Sin / (sine * lengthA);
        double weightB = radius * StableMath.SinCos(t * angle).Sin / (sine * lengthB);
        for (int i = 0; i < a.Length; i++)
        {
            result[i] = (float)((weightA * a[i]) + (weightB * b[i]));
        }
    }

    /// <summary>
    /// Moves z by an angle along the great circle towards the tangent part of <paramref name="direction"/> (any length)
    /// and keeps |z|. A direction that has no tangent part moves nothing.
    /// </summary>
    public static void Step(Span<float> z, ReadOnlySpan<float> direction, float radians)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(direction.Length, z.Length);
        double radius = Radius(z);
        double directionLength = Radius(direction);
        if (radius < Tiny || directionLength < Tiny || radians == 0)
        {
            return;
        }

        double along = Dot(z, direction) / (radius * radius);
        double tangentSquared = 0;
        for (int i = 0; i < z.Length; i++)
        {
            double tangent = direction[i] - (along * z[i]);
            tangentSquared += tangent * tangent;
        }

        double tangentLength = Math.Sqrt(tangentSquared);
        if (tangentLength < 1e-6 * directionLength)
        {
            return;
        }

        var (sin, cos) = StableMath.SinCos(radians);
        double weight = sin * radius / tangentLength;
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = (float)((cos * z[i]) + (weight * (direction[i] - (along * z[i]))));
        }

        // float32 rounding would let the radius drift over many steps.
        Normalise(z, (float)radius);
    }

    /// <summary>Between two latents as seen from the centre, in radians, in [0, π]; 0 when either is the centre.</summary>
    public static float Angle(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length);
        return (float)Angle(a, b, Radius(a), Radius(b));
    }

    /// <summary>Scales z to a radius; the centre stays where it is.</summary>
    public static void Normalise(Span<float> z, float radius)
    {
        double length = Radius(z);
        if (length < Tiny)
        {
            return;
        }

        double scale = radius / length;
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = (float)(z[i] * scale);
        }
    }

    /// <summary>The radius a latent lies at.</summary>
    public static float Length(ReadOnlySpan<float> a) => (float)Radius(a);

    private static double Radius(ReadOnlySpan<float> a) => Math.Sqrt(Dot(a, a));

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (double)a[i] * b[i];
        }

        return sum;
    }

    // 2 atan2(|u - v|, |u + v|) of the unit vectors keeps its digits at 0 and π, where the arc cosine loses half of them.
    private static double Angle(ReadOnlySpan<float> a, ReadOnlySpan<float> b, double lengthA, double lengthB)
    {
        if (lengthA < Tiny || lengthB < Tiny)
        {
            return 0;
        }

        double difference = 0;
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double u = a[i] / lengthA;
            double v = b[i] / lengthB;
            difference += (u - v) * (u - v);
            sum += (u + v) * (u + v);
        }

        return 2 * StableMath.Atan2(Math.Sqrt(difference), Math.Sqrt(sum));
    }

    // From a through the tangent of the axis that a leans on least.
    private static void HalfTurn(ReadOnlySpan<float> a, double length, double radius, float t, Span<float> result)
    {
        int axis = 0;
        for (int i = 1; i < a.Length; i++)
        {
            axis = Math.Abs(a[i]) < Math.Abs(a[axis]) ? i : axis;
        }

        double along = a[axis] / length;
        double tangentLength = Math.Sqrt(1 - (along * along));
        var (sin, cos) = StableMath.SinCosTurns(t / 2.0);
        for (int i = 0; i < a.Length; i++)
        {
            double unit = a[i] / length;
            double tangent = tangentLength < Tiny ? 0 : ((i == axis ? 1 : 0) - (along * unit)) / tangentLength;
            result[i] = (float)(radius * ((cos * unit) + (sin * tangent)));
        }
    }
}
