using LatentWalk.Core.Latents;

namespace LatentWalk.Walking;

/// <summary>
/// One latent that the walk has stood on or heads for. Compared by reference; <see cref="Z"/> is never written
/// after construction, so a waypoint kept in the history gives back its exact bits.
/// </summary>
/// <param name="z">[zdim] float32, before truncation.</param>
/// <param name="seed">The seed that z was drawn from, where it was.</param>
public sealed class Waypoint(float[] z, ulong? seed = null)
{
    public float[] Z { get; } = z;

    public ulong? Seed { get; } = seed;

    public static Waypoint OfSeed(ulong seed, int zdim) => new(Latent.FromSeed(seed, zdim), seed);
}
