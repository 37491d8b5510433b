namespace LatentWalk.Walking.Recording;

/// <summary>
/// A walk as it was played: how it began and everything that hands and devices did since, by steps of
/// <see cref="FlightSettings.StepSeconds"/>. It holds all that its latents follow from, the axes of the generator included;
/// so it plays anywhere, at any rate of frames.
/// </summary>
public sealed record WalkRecording(WalkOrigin Origin, WalkSnapshot Start, ReadOnlyMemory<WalkEvent> Events, long Steps)
{
    /// <summary>A day.</summary>
    public const long MostSteps = 24L * 60 * 60 * 120;

    public const int MostEvents = 1 << 20;

    public double Seconds => Steps * FlightSettings.Default.StepSeconds;

    /// <summary>[zdim] of the last step, by which a replay is checked; null where it is not known.</summary>
    public float[]? End { get; init; }
}
