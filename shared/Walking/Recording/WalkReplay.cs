using System.Numerics.Tensors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Recording;

/// <summary>A recording as a film: the state at each frame, at any rate. Frames are taken in order.</summary>
public sealed class WalkReplay
{
    /// <summary>What rounding on another processor may add up to, radians.</summary>
    private const float Drift = 0.02f;

    private readonly WalkRecording recording;
    private readonly WalkPlayer player;

    public WalkReplay(WalkRecording recording, double framesPerSecond)
    {
        this.recording = recording;
        FramesPerSecond = framesPerSecond;
        Simulation = new Simulation(FlightSettings.Default, recording.Start.Restore());
        player = new WalkPlayer(recording, Simulation);
    }

    public double FramesPerSecond { get; }

    public Simulation Simulation { get; }

    /// <summary>Frames of the whole: from the beginning to the last one that is not past the end.</summary>
    public int FrameCount => FramesOf(recording, FramesPerSecond);

    /// <summary>The state at frame <paramref name="index"/>, which must not lie before the one asked for last.</summary>
    public ref readonly WalkState At(int index)
    {
        player.GoTo(StepsAt(index, FramesPerSecond));
        return ref Simulation.State;
    }

    /// <summary>
    /// Plays to the end. What a check finds: null when the walk ends where it ended when it was played, else one sentence.
    /// </summary>
    public string? CheckEnd()
    {
        player.GoTo(recording.Steps);
        if (recording.End is not { } expected || Simulation.State.Model.ZDim != expected.Length)
        {
            return null;
        }

        float[] z = new float[expected.Length];
        Simulation.State.WriteLatent(z);
        if (z.AsSpan().SequenceEqual(expected))
        {
            return null;
        }

        float apart = TensorPrimitives.Distance(z, expected) / Math.Max(1, TensorPrimitives.Norm(expected));
        return apart <= Drift ? null : $"the walk ends {apart:F2} rad away from where it was recorded to end; it was recorded by another version, and this film is not quite what was seen then";
    }

    public static int FramesOf(WalkRecording recording, double framesPerSecond)
    {
        double frames = recording.Steps * framesPerSecond / StepsPerSecond;
        return 1 + (int)Math.Floor(frames + 1e-9);
    }

    /// <summary>The time of a frame, in steps: the same number for the same time at every rate.</summary>
    public static double StepsAt(int frame, double framesPerSecond) => frame * StepsPerSecond / framesPerSecond;

    private const double StepsPerSecond = 120;
}
