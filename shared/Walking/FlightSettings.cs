namespace LatentWalk.Walking;

/// <summary>How flight feels. Angles in radians on the latent sphere, where two random faces are about 1.57 apart.</summary>
public sealed record FlightSettings
{
    public static FlightSettings Default { get; } = new();

    /// <summary>Cruising speed, radians per second.</summary>
    public float Speed { get; init; } = 0.5f;

    public float FastFactor { get; init; } = 3f;

    public float PreciseFactor { get; init; } = 0.2f;

    /// <summary>How quickly thrust reaches the cruising speed, per second.</summary>
    public float Acceleration { get; init; } = 9f;

    /// <summary>How quickly a coasting walker stops, per second.</summary>
    public float Damping { get; init; } = 4.5f;

    /// <summary>Below this a coasting walker stands still, radians per second.</summary>
    public float RestSpeed { get; init; } = 0.004f;

    /// <summary>A flick of the mouse throws the walker no faster than this, radians per second.</summary>
    public float LargestThrow { get; init; } = 4f;

    /// <summary>How quickly the walker's speed follows a hand that drags it, per second.</summary>
    public float HandFollow { get; init; } = 20f;

    /// <summary>How much faster than time itself the rewind key runs backwards.</summary>
    public double RewindFactor { get; init; } = 2;

    public const int StepsPerSecond = 120;

    /// <summary>Length of one simulation step; drawing happens at whatever rate the display has.</summary>
    public double StepSeconds { get; } = 1.0 / StepsPerSecond;

    /// <summary>Time beyond this in one frame (a stalled machine, a moved window) is dropped, not flown.</summary>
    public double LargestFrameSeconds { get; init; } = 0.25;

    /// <summary>Mean speed of a flight to a random destination, radians per second.</summary>
    public float JourneySpeed { get; init; } = 1.1f;

    /// <summary>Mean speed of the auto-walk, radians per second.</summary>
    public float AutoWalkSpeed { get; init; } = 0.55f;

    public double ShortestJourneySeconds { get; init; } = 0.5;

    /// <summary>How long a step back takes; short, but seen.</summary>
    public double BackSeconds { get; init; } = 0.3;

    /// <summary>Radians between neighbours of the grid.</summary>
    public float GridSpacing { get; init; } = 0.22f;

    public float LargestTruncation { get; init; } = 1.5f;

    /// <summary>How quickly the shown truncation follows the chosen one, per second.</summary>
    public float TruncationEase { get; init; } = 14f;

    /// <summary>Truncation per second of a stick pushed all the way.</summary>
    public float TruncationRate { get; init; } = 0.8f;

    public double ToastSeconds { get; init; } = 4;
}
