using System.Numerics;
using System.Numerics.Tensors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking;

/// <summary>
/// The part of the latent space that one move can reach: the sphere through a waypoint inside the span of that waypoint
/// and three directions. Flight happens in its four coordinates (<see cref="Pose"/>), which costs nothing per frame and
/// stays on the sphere by construction. Immutable; one is made at the start of every move.
/// </summary>
public sealed class Chart
{
    private const int Headings = 3;
    private const float Parallel = 1e-3f;    // a direction this close to the latent itself leads nowhere

    private readonly float[][] axes;         // [4][zdim]: the waypoint's own direction, then the three headings; orthonormal

    private Chart(Waypoint origin, float[][] axes, float radius)
    {
        Origin = origin;
        this.axes = axes;
        Radius = radius;
        Ways = new Vector3(Way(axes[1]), Way(axes[2]), Way(axes[3]));
    }

    public Waypoint Origin { get; }

    /// <summary>|z| of every latent of this chart.</summary>
    public float Radius { get; }

    /// <summary>1 for each heading that exists, 0 for the ones that a latent of fewer than four numbers has no room for.</summary>
    public Vector3 Ways { get; }

    public int ZDim => Origin.Z.Length;

    /// <summary>
    /// A chart whose headings are the tangent parts of <paramref name="directions"/>; with fewer than three of them (or one
    /// that points along the latent itself) coordinate axes fill in. Signs follow <paramref name="previous"/>, so that
    /// the way back stays the way back after a flight past a pole.
    /// </summary>
    public static Chart At(Waypoint origin, IReadOnlyList<Direction> directions, Chart? previous = null, Pose pose = default)
    {
        int zdim = origin.Z.Length;
        float[][] axes = NewAxes(zdim);
        float radius = Radial(origin, axes[0]);
        for (int heading = 1; heading <= Headings; heading++)
        {
            bool found = heading <= directions.Count && TryTangent(directions[heading - 1].Vector, axes, heading);
            for (int fallback = 0; !found && fallback < zdim; fallback++)
            {
                float[] coordinate = new float[zdim];
                coordinate[fallback] = 1;
                found = TryTangent(coordinate, axes, heading);
            }
        }

        if (previous is not null && previous.ZDim == zdim)
        {
            FollowSigns(axes, previous, pose);
        }

        return new Chart(origin, axes, radius);
    }

    /// <summary>The same headings, carried on: for a move that begins while the last one is still coasting.</summary>
    public static Chart Continue(Waypoint origin, Chart previous, in Pose pose)
    {
        float[][] axes = NewAxes(origin.Z.Length);
        float radius = Radial(origin, axes[0]);
        for (int heading = 1; heading <= Headings; heading++)
        {
            float[] carried = new float[origin.Z.Length];
            previous.Combine(Heading(pose, heading), 1, carried);
            TryTangent(carried, axes, heading);
        }

        return new Chart(origin, axes, radius);
    }

    /// <summary>The latent at <paramref name="pose"/>, [zdim]; the waypoint's own bits as long as the walker has not left it.</summary>
    public void WriteLatent(in Pose pose, Span<float> z)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(z.Length, ZDim, nameof(z));
        if (pose.IsStart)
        {
            Origin.Z.CopyTo(z);
        }
        else
        {
            Combine(pose.Position, Radius, z);
        }
    }

    /// <summary>Which way an axis (0 to 2) leads at <paramref name="pose"/>, [zdim]; zeros where there is no such way.</summary>
    internal void WriteHeading(in Pose pose, int axis, Span<float> heading)
    {
        if (Ways[axis] == 0)
        {
            heading.Clear();
        }
        else
        {
            Combine(Heading(pose, axis + 1), 1, heading);
        }
    }

    /// <summary>Whether a heading (0 forward, 1 right, 2 third) elsewhere points the way that this chart's own does at <paramref name="pose"/>.</summary>
    internal bool Follows(in Pose pose, int axis, ReadOnlySpan<float> heading)
    {
        Vector4 weights = Heading(pose, axis + 1);
        return weights.X * TensorPrimitives.Dot(axes[0], heading) + weights.Y * TensorPrimitives.Dot(axes[1], heading)
            + weights.Z * TensorPrimitives.Dot(axes[2], heading) + weights.W * TensorPrimitives.Dot(axes[3], heading) >= 0;
    }

    private void Combine(Vector4 weights, float scale, Span<float> result)
    {
        TensorPrimitives.Multiply(axes[0], weights.X * scale, result);
        TensorPrimitives.MultiplyAdd(axes[1], weights.Y * scale, result, result);
        TensorPrimitives.MultiplyAdd(axes[2], weights.Z * scale, result, result);
        TensorPrimitives.MultiplyAdd(axes[3], weights.W * scale, result, result);
    }

    private static float Way(float[] axis) => TensorPrimitives.Norm(axis) > 0 ? 1 : 0;

    private static float[][] NewAxes(int zdim) => [new float[zdim], new float[zdim], new float[zdim], new float[zdim]];

    private static float Radial(Waypoint origin, float[] axis)
    {
        float radius = TensorPrimitives.Norm(origin.Z);
        if (radius > 0)
        {
            TensorPrimitives.Divide(origin.Z, radius, axis);
        }

        return radius;
    }

    private static bool TryTangent(ReadOnlySpan<float> direction, float[][] axes, int heading)
    {
        if (direction.Length != axes[heading].Length)
        {
            return false;
        }

        Span<float> tangent = axes[heading];
        direction.CopyTo(tangent);
        float whole = TensorPrimitives.Norm(tangent);
        for (int pass = 0; pass < 2; pass++)    // twice: once leaves rounding behind when the parts nearly cancel
        {
            for (int other = 0; other < heading; other++)
            {
                float along = TensorPrimitives.Dot(tangent, axes[other]);
                TensorPrimitives.MultiplyAdd(axes[other], -along, tangent, tangent);
            }
        }

        float length = TensorPrimitives.Norm(tangent);
        if (!(length > Parallel * whole))
        {
            tangent.Clear();
            return false;
        }

        TensorPrimitives.Divide(tangent, length, tangent);
        return true;
    }

    private static void FollowSigns(float[][] axes, Chart previous, in Pose pose)
    {
        float[] carried = new float[previous.ZDim];
        for (int heading = 1; heading <= Headings; heading++)
        {
            previous.Combine(Heading(pose, heading), 1, carried);
            if (TensorPrimitives.Dot(axes[heading], carried) < 0)
            {
                TensorPrimitives.Negate(axes[heading], axes[heading]);
            }
        }
    }

    private static Vector4 Heading(in Pose pose, int heading) => heading switch
    {
        1 => pose.Forward,
        2 => pose.Right,
        _ => pose.Third,
    };
}
