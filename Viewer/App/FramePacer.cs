namespace LatentWalk.Viewer.App;

/// <summary>
/// Holds frames to the display's rate where vsync does not (a virtual display, a driver that ignores it). Where vsync
/// blocks, it never waits: its own period is a little shorter. It sleeps, it never spins.
/// </summary>
internal sealed class FramePacer(TimeProvider clock, double framesPerSecond)
{
    private const double Shorter = 0.97;

    private readonly long period = (long)(clock.TimestampFrequency * Shorter / framesPerSecond);
    private long deadline = clock.GetTimestamp();

    /// <summary>Waits until the next frame is due.</summary>
    public void Wait()
    {
        int milliseconds = Due(clock.GetTimestamp());
        if (milliseconds > 0)
        {
            Thread.Sleep(milliseconds);
        }
    }

    /// <summary>Whole milliseconds until the next frame, as seen at <paramref name="now"/>. What rounding takes, later frames get back.</summary>
    internal int Due(long now)
    {
        deadline += period;
        if (deadline < now)
        {
            deadline = now;    // a slow frame is not made up for by fast ones
        }

        return (int)((deadline - now) * 1000 / clock.TimestampFrequency);
    }
}
