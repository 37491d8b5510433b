namespace LatentWalk.Filming;

/// <summary>One frame's latent.</summary>
/// <param name="Z">[zdim], before truncation.</param>
/// <param name="C">[classes]; empty without any.</param>
/// <param name="Seed">That z was drawn from, where it was.</param>
public sealed record FrameLatent(float[] Z, float[] C, float Truncation, ulong? Seed)
{
    /// <summary>A picture need remember the seed only: z is what every program draws from it.</summary>
    public bool SeedSaysAll { get; init; }
}
