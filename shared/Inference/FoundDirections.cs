using LatentWalk.Core.Latents;

namespace LatentWalk.Inference;

/// <summary>The directions of a generator.</summary>
/// <param name="Directions">Orthonormal, by how much the picture changes along them; those of a file before keep its order.</param>
/// <param name="LevelsPerRadian">How much that is, one for each: mean absolute change in levels of 255 a radian of the sphere.</param>
/// <param name="Notes">How they were found, for the user.</param>
public sealed record FoundDirections(IReadOnlyList<Direction> Directions, IReadOnlyList<float> LevelsPerRadian, IReadOnlyList<string> Notes);
