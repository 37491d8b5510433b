namespace LatentWalk.Inference;

/// <summary>How a generator is run.</summary>
public sealed record InferenceSettings
{
    /// <summary>A named provider is used or the opening fails; only Auto falls back.</summary>
    public ProviderChoice Provider { get; init; } = ProviderChoice.Auto;

    /// <summary>Threads of one run on the CPU; 0 = the physical cores this process may use.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// The threads of a run wait for one another awake: 5 to 10 % faster where the cores are idle (measured on two cores),
    /// and up to half as fast where other work wants them. They sleep between runs either way.
    /// </summary>
    public bool BusyWait { get; init; } = true;

    /// <summary>
    /// Weights stored as int8 become float32 when the model is loaded, not in every run. Only for models that hold bytes for the
    /// sake of their size: one that computes with them (QuantizeLinear) is slower without them.
    /// </summary>
    internal bool UnpackWeights { get; init; }

    /// <summary>
    /// For a few runs: the session keeps neither the weights once more, in the order that its kernels like best, nor a block of memory
    /// for each batch size.
    /// </summary>
    internal bool SparesMemory { get; init; }

    /// <summary>The providers to choose from; null for all that ONNX Runtime has. Tests put broken ones there.</summary>
    internal IReadOnlyList<ExecutionProvider>? Candidates { get; init; }

    /// <summary>For a provider's first pictures: on a graphics card they compile its kernels, which can take many seconds.</summary>
    internal TimeSpan ProviderPatience { get; init; } = TimeSpan.FromSeconds(60);
}
