using LatentWalk.Core.Latents;

namespace LatentWalk.Walking;

/// <summary>What the walk knows about the generator it walks in.</summary>
/// <param name="Directions">Unit vectors [zdim], leading one first.</param>
/// <param name="Truncation">The generator's own default.</param>
/// <param name="FirstSeed">Where a walk in it begins.</param>
public sealed record WalkModel(int ZDim, IReadOnlyList<Direction> Directions, float Truncation = 1, ulong FirstSeed = 0);
