using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>
/// Where the walker stands on the unit 3-sphere of a <see cref="Chart"/> and which ways it can go: four orthonormal
/// vectors. Moving turns the position towards a heading and carries all three headings along (parallel transport), so
/// speed is the same everywhere, no direction has a pole to get stuck at, and going back retraces the way.
/// </summary>
public readonly record struct Pose(Vector4 Position, Vector4 Forward, Vector4 Right, Vector4 Third)
{
    public static Pose Start { get; } = new(Vector4.UnitX, Vector4.UnitY, Vector4.UnitZ, Vector4.UnitW);

    /// <summary>True as long as the walker has not left the origin of its chart.</summary>
    public bool IsStart => Position == Vector4.UnitX;

    /// <summary>Moves along the great circle that <paramref name="radians"/> (forward, right, third) points along, by its length.</summary>
    public Pose Turn(Vector3 radians)
    {
        float angle = radians.Length();
        if (angle == 0)
        {
            return this;
        }

        Vector3 part = radians / angle;
        Vector4 heading = part.X * Forward + part.Y * Right + part.Z * Third;
        (float sine, float cosine) = MathF.SinCos(angle);
        Vector4 position = cosine * Position + sine * heading;
        Vector4 change = cosine * heading - sine * Position - heading;
        return new Pose(position, Forward + part.X * change, Right + part.Y * change, Third + part.Z * change).Straightened();
    }

    // Thousands of small turns would otherwise wear the right angles off.
    private Pose Straightened()
    {
        Vector4 position = Vector4.Normalize(Position);
        Vector4 forward = Vector4.Normalize(Forward - Vector4.Dot(Forward, position) * position);
        Vector4 right = Right - Vector4.Dot(Right, position) * position;
        right = Vector4.Normalize(right - Vector4.Dot(right, forward) * forward);
        Vector4 third = Third - Vector4.Dot(Third, position) * position;
        third -= Vector4.Dot(third, forward) * forward;
        third = Vector4.Normalize(third - Vector4.Dot(third, right) * right);
        return new Pose(position, forward, right, third);
    }
}
