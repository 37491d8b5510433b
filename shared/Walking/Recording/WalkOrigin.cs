namespace LatentWalk.Walking.Recording;

/// <summary>The generator that a walk was made in.</summary>
/// <param name="Model">SHA-256 of its file, 64 hexadecimal digits.</param>
/// <param name="Name">For people.</param>
/// <param name="Checkpoint">SHA-256 of the checkpoint it was made of, where that is known.</param>
/// <param name="Weights">With <paramref name="Checkpoint"/>: which of its generators, "ema" or "raw".</param>
public sealed record WalkOrigin(string Model, string Name, string? Checkpoint = null, string? Weights = null);
