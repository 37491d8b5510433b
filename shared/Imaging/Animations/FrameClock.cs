namespace LatentWalk.Imaging.Animations;

/// <summary>
/// When frames begin, in the whole ticks that a format has. A frame's time is rounded so that the whole keeps its length:
/// n frames last n / framesPerSecond, rounded once.
/// </summary>
internal sealed class FrameClock(double framesPerSecond, int ticksPerSecond)
{
    /// <summary>Ticks that frames <paramref name="first"/> to <paramref name="end"/> (exclusive) show together; at least 1.</summary>
    public long Ticks(int first, int end) => Math.Max(1, Edge(end) - Edge(first));

    private long Edge(int index) => (long)Math.Round(index * ticksPerSecond / framesPerSecond, MidpointRounding.AwayFromZero);
}
