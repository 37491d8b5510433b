namespace LatentWalk.Core.Latents;

/// <summary>A way to go in latent space.</summary>
/// <param name="Name">Shown to the user.</param>
/// <param name="Vector">Unit length, shape [zdim].</param>
/// <param name="ExplainedVariance">The part of what the generator's input does to the picture that lies along it, in [0, 1].</param>
public sealed record Direction(string Name, float[] Vector, float ExplainedVariance);
