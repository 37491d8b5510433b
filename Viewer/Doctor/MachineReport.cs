using LatentWalk.Inference;

namespace LatentWalk.Viewer.Doctor;

/// <summary>What this machine has for walking.</summary>
internal sealed record MachineReport
{
    public string Program { get; } = "viewer";

    public required string Version { get; init; }

    /// <summary>Library profile: nuget or system.</summary>
    public required string Libraries { get; init; }

    public required string System { get; init; }

    public required string Runtime { get; init; }

    public required int Cores { get; init; }

    public required long MemoryBytes { get; init; }

    /// <summary>The display that a window would open on; null without one.</summary>
    public required string? Display { get; init; }

    public required GlFacts? Gl { get; init; }

    /// <summary>Why there is no OpenGL.</summary>
    public required string? GlProblem { get; init; }

    /// <summary>In the order in which they are tried.</summary>
    public required IReadOnlyList<ProviderAttempt> Providers { get; init; }

    public required IReadOnlyList<DiskFacts> Disks { get; init; }

    /// <summary>What lw view would open; null without any.</summary>
    public required string? Generator { get; init; }
}
