using LatentWalk.Inference;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.App;

/// <summary>What the command line decides about a walk.</summary>
internal sealed record SessionSettings
{
    public ProviderChoice Provider { get; init; } = ProviderChoice.Auto;

    /// <summary>Where P saves pictures; made when the first one is saved.</summary>
    public required string OutFolder { get; init; }

    /// <summary>The seed to begin at; null for the generator's own first one.</summary>
    public ulong? Seed { get; init; }

    /// <summary>What the user chose for every walk.</summary>
    public Preferences Preferences { get; init; } = new();

    /// <summary>The training set to look for the nearest picture in; null for what the run's configuration names.</summary>
    public string? DataFolder { get; init; }

    /// <summary>How a generator's file is opened.</summary>
    public Func<string, ProviderChoice, GeneratorSource> OpenSource { get; init; } = GeneratorSource.Open;

    /// <summary>Decides the random destinations.</summary>
    public ulong WalkSeed { get; init; }
}
