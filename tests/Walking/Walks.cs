using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking;

namespace LatentWalk.Walking.Tests;

/// <summary>A walk to test on, and the few words the tests are written in.</summary>
internal static class Walks
{
    public const int ZDim = 100;
    public const double Frame = 1.0 / 60;

    public static readonly FlightSettings Settings = FlightSettings.Default;
    public static readonly WalkReducer Reducer = new(Settings);
    public static readonly WalkModel Model = new(ZDim, DirectionBasis.Random(5, ZDim, 3), 1, 7);

    public static readonly FlightInput Ahead = new(new Vector3(1, 0, 0));
    public static FlightInput Nothing => default;

    public static WalkState Begin() => WalkState.Begin(Model, 99);

    public static WalkState Fly(this WalkState state, FlightInput input, double seconds, double frame = Frame)
    {
        Simulation simulation = new(Settings, state);
        simulation.Do(WalkAction.Steer(input));
        for (double left = seconds; left > 1e-9; left -= frame)
        {
            simulation.Advance(Math.Min(frame, left));
        }

        return simulation.State;
    }

    public static WalkState Do(this WalkState state, WalkAction action) => Reducer.Reduce(state, action);

    public static float[] Latent(this WalkState state)
    {
        float[] z = new float[state.Model.ZDim];
        state.WriteLatent(z);
        return z;
    }

    public static double Length(ReadOnlySpan<float> z)
    {
        double sum = 0;
        foreach (float value in z)
        {
            sum += (double)value * value;
        }

        return Math.Sqrt(sum);
    }
}
