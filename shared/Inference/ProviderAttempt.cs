namespace LatentWalk.Inference;

/// <summary>One provider that was tried.</summary>
/// <param name="Name">DirectML, CUDA, CoreML or CPU.</param>
/// <param name="Accepted">Whether it runs the generator.</param>
/// <param name="Reason">One sentence without a full stop: why not, or what was checked.</param>
public sealed record ProviderAttempt(string Name, bool Accepted, string Reason);
