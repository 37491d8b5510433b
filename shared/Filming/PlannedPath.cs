using LatentWalk.Walking;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Filming;

/// <summary>A planned journey, frame by frame: of a closed one, the frame after the last would be the first again.</summary>
public sealed class PlannedPath(PlannedJourney journey, double framesPerSecond) : IFramePath
{
    private readonly JourneyPlan plan = journey.Plan;

    public int FrameCount { get; } = Math.Max(1, (int)Math.Round(journey.Plan.Seconds * framesPerSecond)) + (journey.Plan.Closed ? 0 : 1);

    public double FramesPerSecond => framesPerSecond;

    public int ZDim => journey.ZDim;

    public int Classes => journey.Classes;

    public FrameLatent At(int frame)
    {
        // Frames divide the journey evenly, so that it begins and ends on its key frames at any rate.
        int ways = plan.Closed ? FrameCount : FrameCount - 1;
        double time = plan.Seconds * frame / ways;
        float[] z = new float[ZDim];
        plan.WriteLatent(time, z);
        (int leg, double part) = plan.LegAt(time);
        return new FrameLatent(z, plan.Classes(time), plan.Truncation(time), part == 0 ? plan.Frames[leg % plan.Frames.Count].Place.Seed : null);
    }
}
