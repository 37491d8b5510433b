namespace LatentWalk.Inference;

/// <summary>Which part of the machine runs the generator.</summary>
public enum ProviderChoice
{
    /// <summary>DirectML, CUDA, CoreML, CPU: the first that is there and agrees with the CPU.</summary>
    Auto,
    Cpu,
    Cuda,
    DirectML,
    CoreML,
}
