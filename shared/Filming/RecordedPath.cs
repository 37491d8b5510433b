using LatentWalk.Walking;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Filming;

/// <summary>A recorded walk, frame by frame.</summary>
public sealed class RecordedPath(WalkRecording recording, double framesPerSecond) : IFramePath
{
    private readonly WalkReplay replay = new(recording, framesPerSecond);

    public int FrameCount => replay.FrameCount;

    public double FramesPerSecond => framesPerSecond;

    public int ZDim => recording.Start.Model.ZDim;

    public int Classes => recording.Start.Model.Classes;

    public FrameLatent At(int frame)
    {
        WalkState state = replay.At(frame);
        float[] z = new float[ZDim];
        state.WriteLatent(z);
        return new FrameLatent(z, state.Classes, state.Truncation, state.ExactSeed);
    }

    /// <inheritdoc cref="WalkReplay.CheckEnd"/>
    public string? CheckEnd() => replay.CheckEnd();
}
