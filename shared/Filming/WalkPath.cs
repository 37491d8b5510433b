using LatentWalk.Walking.Recording;

namespace LatentWalk.Filming;

/// <summary>Either kind of walk, frame by frame.</summary>
public static class WalkPath
{
    public static IFramePath Of(Walk walk, double framesPerSecond) => walk.Recording is { } recording
        ? new RecordedPath(recording, framesPerSecond)
        : new PlannedPath(walk.Journey!, framesPerSecond);
}
