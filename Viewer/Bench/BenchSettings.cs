using LatentWalk.Inference;

namespace LatentWalk.Viewer.Bench;

/// <summary>What <c>bench viewer</c> does.</summary>
internal sealed record BenchSettings
{
    /// <summary>Of scripted flight.</summary>
    public double FlightSeconds { get; init; } = 20;

    /// <summary>Without any input, after the flight.</summary>
    public double IdleSeconds => FlightSeconds / 4;

    /// <summary>Between two lines of the log; 0 for none.</summary>
    public double LogSeconds { get; init; }

    public ProviderChoice Provider { get; init; } = ProviderChoice.Auto;

    public int Width { get; init; } = 960;

    public int Height { get; init; } = 720;
}
