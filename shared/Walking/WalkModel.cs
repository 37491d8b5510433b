using System.Numerics;
using System.Numerics.Tensors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking;

/// <summary>What the walk knows about the generator it walks in.</summary>
/// <param name="ZDim">Numbers in a latent.</param>
/// <param name="Directions">Unit vectors [zdim], leading one first.</param>
/// <param name="Truncation">The generator's own default.</param>
/// <param name="FirstSeed">Where a walk in it begins.</param>
/// <param name="Classes">Classes it was trained on; 0 for none.</param>
public sealed record WalkModel(int ZDim, IReadOnlyList<Direction> Directions, float Truncation = 1, ulong FirstSeed = 0, int Classes = 0)
{
    /// <summary>
    /// How fast to fly along each direction so that the picture changes equally fast along all of them: 1 on average.
    /// Empty where that was not measured.
    /// </summary>
    public IReadOnlyList<float> Gains { get; init; } = [];

    /// <summary>One for each class; empty where nobody named them.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>What to call a class: its name, or its number counted from 1.</summary>
    public string ClassName(int index) => index < ClassNames.Count ? ClassNames[index] : ClassNumbers.Of(index);

    public float Gain(int direction) => direction < Gains.Count ? Gains[direction] : 1;

    /// <summary>
    /// Where a latent lies on the minimap (right, up): its parts along the second and the first direction, in standard
    /// deviations of a random latent's.
    /// </summary>
    public Vector2 Project(ReadOnlySpan<float> z)
    {
        float length = TensorPrimitives.Norm(z);
        return length > 0 ? new Vector2(Along(1, z), Along(0, z)) * (MathF.Sqrt(ZDim) / length) : Vector2.Zero;
    }

    private float Along(int direction, ReadOnlySpan<float> z) => direction < Directions.Count
        ? TensorPrimitives.Dot(Directions[direction].Vector, z)
        : direction < z.Length ? z[direction] : 0;
}
