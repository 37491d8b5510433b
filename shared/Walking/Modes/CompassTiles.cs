using System.Numerics;
using System.Numerics.Tensors;

namespace LatentWalk.Walking.Modes;

/// <summary>
/// What holding each key leads to. Tiles 0 to 7 lie around the face row by row (up is forward, right is right), 8 and 9
/// are the two ways along the third axis.
/// </summary>
public static class CompassTiles
{
    public const int Count = 10;
    public const int Columns = 4;

    /// <summary>Of the third axis, upwards.</summary>
    public const int Up = 8;

    /// <summary>Of the third axis, downwards.</summary>
    public const int Down = 9;

    private const float Half = 0.70710678f;

    /// <summary>How much farther or nearer the tiles look with the fast or the precise key held.</summary>
    private const float FastReach = 2;
    private const float PreciseReach = 0.4f;

    private static readonly object Group = new();

    // Forward, right, third.
    private static readonly Vector3[] Ways =
    [
        new(Half, -Half, 0), new(1, 0, 0), new(Half, Half, 0),
        new(0, -1, 0), new(0, 1, 0),
        new(-Half, -Half, 0), new(-1, 0, 0), new(-Half, Half, 0),
        new(0, 0, 1), new(0, 0, -1),
    ];

    /// <summary>Where a tile leads, as (forward, right, third).</summary>
    public static Vector3 Way(int tile) => Ways[tile];

    /// <summary>The tile that hands which hold <paramref name="thrust"/> fly towards; -1 for none.</summary>
    public static int Towards(Vector3 thrust)
    {
        if (thrust == Vector3.Zero)
        {
            return -1;
        }

        int best = 0;
        for (int tile = 1; tile < Count; tile++)
        {
            best = Vector3.Dot(Ways[tile], thrust) > Vector3.Dot(Ways[best], thrust) ? tile : best;
        }

        return best;
    }

    public static void Order(in WalkState state, PictureOrder order)
    {
        order.Tiles.SetSize(Count, state.Model.ZDim);
        Span<float> scratch = order.Scratch(4 * state.Model.ZDim);
        for (int tile = 0; tile < Count; tile++)
        {
            Write(state, tile, scratch, order.Tiles.Latent(tile));
        }

        order.Tiles.Group = Group;
        order.Tiles.Truncation = state.TruncationGoal;
        order.Tiles.Classes = state.Classes;
        order.Columns = Columns;
        order.Arrangement = Arrangement.Ring;
    }

    /// <summary>The place that a tile shows.</summary>
    public static Waypoint Place(in WalkState state, int tile)
    {
        float[] z = new float[state.Model.ZDim];
        Write(state, tile, new float[4 * z.Length], z);
        return new Waypoint(z);
    }

    private static void Write(in WalkState state, int tile, Span<float> scratch, Span<float> z)
    {
        float reach = FlightSettings.Default.GridSpacing * 2
            * (state.Input.Fast ? FastReach : 1) * (state.Input.Precise ? PreciseReach : 1);
        if (state.Journey is null && state.Playback is null && state.Preview is null && !state.Rewinding)
        {
            state.Chart.WriteLatent(state.ShownPose.Turn(Ways[tile] * reach * state.Chart.Ways), z);
        }
        else
        {
            WriteFrom(state, Ways[tile] * reach, scratch, z);
        }
    }

    // On a great circle elsewhere no pose knows the headings: they are the directions' own, as they will be on arrival.
    private static void WriteFrom(in WalkState state, Vector3 radians, Span<float> scratch, Span<float> z)
    {
        int zdim = z.Length;
        Span<float> here = scratch[..zdim];
        state.WriteLatent(here);
        float radius = TensorPrimitives.Norm(here);
        here.CopyTo(z);
        if (radius == 0)
        {
            return;
        }

        TensorPrimitives.Divide(here, radius, here);
        float angle = radians.Length();
        (float sine, float cosine) = MathF.SinCos(angle);
        TensorPrimitives.Multiply(here, cosine * radius, z);
        for (int axis = 0; axis < state.Headings.Length; axis++)
        {
            Span<float> heading = scratch.Slice((axis + 1) * zdim, zdim);
            state.Headings[axis].Vector.CopyTo(heading);
            for (int other = 0; other <= axis; other++)
            {
                ReadOnlySpan<float> against = scratch.Slice(other * zdim, zdim);
                TensorPrimitives.MultiplyAdd(against, -TensorPrimitives.Dot(heading, against), heading, heading);
            }

            float length = TensorPrimitives.Norm(heading);
            if (length > 0)
            {
                float along = state.Chart.Follows(state.Pose, axis, heading) ? 1 : -1;
                TensorPrimitives.Multiply(heading, along / length, heading);
                TensorPrimitives.MultiplyAdd(heading, sine * radius * radians[axis] / angle, z, z);
            }
        }
    }
}
