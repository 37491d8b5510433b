using System.Numerics.Tensors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Walking;

/// <summary>
/// Children of latents. The generator's directions are the genes: each comes from one parent or lies between two, and
/// mutates a little; so does what no direction covers. Locked genes are the same in every child.
/// </summary>
internal sealed class Breeding
{
    /// <summary>What no direction covers is many numbers, each of which says little: together they may mutate less.</summary>
    private const float RestShare = 0.6f;

    private const float Parallel = 1e-3f;

    private readonly IReadOnlyList<Waypoint> parents;
    private readonly IReadOnlyList<Waypoint?> locks;
    private readonly float radius;
    private readonly float[]?[] basis;
    private readonly int zdim;

    /// <param name="parents">One or more.</param>
    /// <param name="directions">The genes.</param>
    /// <param name="locks">[directions + 1]: the face that a gene is kept from, null for a free one; the last is for what no direction covers.</param>
    /// <param name="radius">Of the mutation, in standard deviations of a random latent.</param>
    public Breeding(IReadOnlyList<Waypoint> parents, IReadOnlyList<Direction> directions, IReadOnlyList<Waypoint?> locks, float radius)
    {
        this.parents = parents;
        this.locks = locks;
        this.radius = radius;
        zdim = parents[0].Z.Length;
        basis = new float[]?[directions.Count];

        // Locked ones first: the others then never lean on them, and a child keeps the exact amount of each.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int gene = 0; gene < directions.Count; gene++)
            {
                if ((locks[gene] is null) == (pass == 1))
                {
                    basis[gene] = Orthonormal(directions[gene].Vector);
                }
            }
        }
    }

    /// <summary>The child of a draw of the walk's random numbers.</summary>
    public Waypoint Child(ulong walkSeed, uint draw)
    {
        CounterRandom random = new(walkSeed, draw, Purpose.Walk);
        int first = random.NextInt32(parents.Count);
        int second = (first + (parents.Count > 1 ? 1 + random.NextInt32(parents.Count - 1) : 0)) % parents.Count;
        ReadOnlySpan<float> a = parents[first].Z;
        ReadOnlySpan<float> b = parents[second].Z;
        float[] normals = new float[zdim];
        random.FillNormal(normals);
        float[] kept = new float[zdim];
        float[] free = new float[zdim];
        if (locks[^1] is { } rest)
        {
            rest.Z.CopyTo(kept, 0);
            RemoveGenes(kept);
        }
        else
        {
            Sphere.Slerp(a, b, random.NextSingle(), free);
            TensorPrimitives.MultiplyAdd(normals, radius * RestShare, free, free);
            RemoveGenes(free);
        }

        float[] mutations = new float[basis.Length];
        random.FillNormal(mutations);
        for (int gene = 0; gene < basis.Length; gene++)
        {
            if (basis[gene] is not { } axis)
            {
                continue;
            }

            if (locks[gene] is { } like)
            {
                TensorPrimitives.MultiplyAdd(axis, TensorPrimitives.Dot(like.Z, axis), kept, kept);
                continue;
            }

            float fromA = TensorPrimitives.Dot(a, axis);
            float fromB = TensorPrimitives.Dot(b, axis);
            float value = random.NextInt32(3) switch
            {
                0 => fromA,
                1 => fromB,
                _ => float.Lerp(fromA, fromB, random.NextSingle()),
            };
            TensorPrimitives.MultiplyAdd(axis, value + radius * mutations[gene], free, free);
        }

        // Back to the sphere without touching what is locked.
        float length = TensorPrimitives.Norm<float>(a);
        float left = length * length - TensorPrimitives.SumOfSquares<float>(kept);
        float part = TensorPrimitives.Norm<float>(free);
        float scale = left > 0 && part > 0 ? MathF.Sqrt(left) / part : 0;
        TensorPrimitives.MultiplyAdd(free, scale, kept, kept);
        return new Waypoint(kept);
    }

    private float[]? Orthonormal(float[] direction)
    {
        float[] axis = (float[])direction.Clone();
        for (int pass = 0; pass < 2; pass++)    // twice: once leaves rounding behind when the parts nearly cancel
        {
            RemoveGenes(axis);
        }

        float length = TensorPrimitives.Norm<float>(axis);
        if (length < Parallel * TensorPrimitives.Norm<float>(direction))
        {
            return null;
        }

        TensorPrimitives.Divide(axis, length, axis);
        return axis;
    }

    private void RemoveGenes(Span<float> z)
    {
        foreach (float[]? axis in basis)
        {
            if (axis is not null)
            {
                TensorPrimitives.MultiplyAdd(axis, -TensorPrimitives.Dot<float>(z, axis), z, z);
            }
        }
    }
}
