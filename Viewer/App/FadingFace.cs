using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.App;

/// <summary>
/// The newest picture and the one it takes over from. Where pictures come more slowly than frames are drawn, each fades
/// in until about the next one comes, so that motion stays smooth; where they keep up, the newest is shown at once.
/// A picture of another generator always fades in.
/// </summary>
internal sealed class FadingFace
{
    private const double SourceSeconds = 0.4;

    /// <summary>Longer than this, one would see that the picture is old.</summary>
    private const double LongestSeconds = 0.3;

    private const double Slower = 1.25;

    private double frameSeconds = 1.0 / 60;
    private double duration;
    private double elapsed;
    private bool betweenSources;

    /// <summary>Every picture is shown at once: for who asked for reduced motion.</summary>
    public bool IsOff { get; set; }

    public ShownPicture Current { get; private set; } = new();

    /// <summary>Of use while <see cref="IsFading"/>.</summary>
    public ShownPicture Previous { get; private set; } = new();

    /// <summary>How much of the current picture there is in the mixture, in [0, 1].</summary>
    public float Share => elapsed >= duration ? 1 : (float)(elapsed / duration);

    public bool IsFading => Share < 1 && !Previous.IsEmpty;

    public void Take(PictureResult result, long version)
    {
        bool anotherSource = !Current.IsEmpty && !ReferenceEquals(Current.Source, result.Source);
        bool slow = result.IntervalSeconds > Slower * frameSeconds;
        if (anotherSource)
        {
            betweenSources = true;
            Begin(SourceSeconds);
        }
        else if (!(betweenSources && IsFading))
        {
            // A fade between generators goes on under the newer pictures of the new one.
            betweenSources = false;
            Begin(slow && !Current.IsEmpty ? Math.Min(result.IntervalSeconds, LongestSeconds) : 0);
        }

        Current.Take(result, version);
    }

    /// <summary>A frame begins.</summary>
    public void Advance(double seconds)
    {
        frameSeconds = seconds;
        elapsed = Math.Min(elapsed + seconds, duration);
        if (elapsed >= duration)
        {
            betweenSources = false;
        }
    }

    /// <summary>Shows the newest alone.</summary>
    public void Finish() => elapsed = duration;

    private void Begin(double wanted)
    {
        double seconds = IsOff ? 0 : wanted;
        duration = seconds;
        elapsed = Math.Min(frameSeconds, seconds);    // the frame in which it comes shows something of it
        if (seconds > 0)
        {
            (Current, Previous) = (Previous, Current);
        }
    }
}
