namespace LatentWalk.Viewer.App;

/// <summary>
/// Holds frames to the display's rate where vsync does not (a virtual display, a driver that ignores it). Where vsync
/// blocks, it never waits: its own period is a little shorter. It sleeps, it never spins.
/// </summary>
internal sealed class FramePacer(TimeProvider clock, double framesPerSecond)
{
    private const double Shorter = 0.97;

    /// <summary>So often a window in which nothing moves looks for input, however fast its display is.</summary>
    private const double RestingRate = 60;

    private readonly long period = (long)(clock.TimestampFrequency * Shorter / framesPerSecond);
    private readonly long restingPeriod = (long)(clock.TimestampFrequency / Math.Min(framesPerSecond, RestingRate));
    private long deadline = clock.GetTimestamp();

    /// <summary>Waits until the next frame is due.</summary>
    /// <param name="resting">Nothing was drawn, and nothing is expected but input.</param>
    public void Wait(bool resting = false)
    {
        int milliseconds = Due(clock.GetTimestamp(), resting);
        if (milliseconds > 0)
        {
            Thread.Sleep(milliseconds);
        }
    }

    /// <summary>Whole milliseconds until the next frame, as seen at <paramref name="now"/>. What rounding takes, later frames get back.</summary>
    internal int Due(long now, bool resting = false)
    {
        deadline += resting ? restingPeriod : period;
        if (deadline < now)
        {
            deadline = now;    // a slow frame is not made up for by fast ones
        }

        return (int)((deadline - now) * 1000 / clock.TimestampFrequency);
    }
}
