namespace LatentWalk.Viewer.Input;

/// <summary>A short shake of the gamepads as an answer, and its end in time.</summary>
internal sealed class Rumbling(Gamepads gamepads)
{
    private const float Speed = 0.4f;
    private const double Seconds = 0.14;

    private double left;

    public void Start()
    {
        gamepads.Rumble(Speed);
        left = Seconds;
    }

    public void Advance(double seconds)
    {
        if (left > 0 && (left -= seconds) <= 0)
        {
            gamepads.Rumble(0);
        }
    }

    public void Stop()
    {
        left = 0;
        gamepads.Rumble(0);
    }
}
