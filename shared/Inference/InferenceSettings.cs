namespace LatentWalk.Inference;

/// <summary>How a generator is run.</summary>
public sealed record InferenceSettings
{
    /// <summary>A named provider is used or the opening fails; only Auto falls back.</summary>
    public ProviderChoice Provider { get; init; } = ProviderChoice.Auto;

    /// <summary>Threads of one run on the CPU; 0 = the physical cores this process may use.</summary>
    public int Threads { get; init; }
}
