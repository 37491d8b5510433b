namespace LatentWalk.Viewer.App;

/// <summary>Frames per second over the last half second or so: steady enough to read.</summary>
internal sealed class FrameRate
{
    private const double Window = 0.5;

    private double seconds;
    private int frames;

    public double PerSecond { get; private set; }

    public void Count(double frameSeconds)
    {
        seconds += frameSeconds;
        frames++;
        if (seconds >= Window)
        {
            PerSecond = frames / seconds;
            seconds = 0;
            frames = 0;
        }
    }
}
