using LatentWalk.Core.Numerics;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Latents;

/// <summary>Directions for a generator that brings none of its own.</summary>
public static class DirectionBasis
{
    /// <summary>
    /// Orthonormal directions, uniformly random, the same for the same seed. Each explains 1 / zdim: nothing is known
    /// about what they do to the picture.
    /// </summary>
    public static IReadOnlyList<Direction> Random(ulong seed, int zdim, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(zdim);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, zdim);

        var random = new CounterRandom(seed, 0, Purpose.Walk);
        var basis = new double[count][];
        var normals = new float[zdim];
        for (int i = 0; i < count; i++)
        {
            // A draw that all but lies in the span of the others cannot be made orthogonal with care left: draw again.
            double[] vector;
            do
            {
                random.FillNormal(normals);
                vector = Array.ConvertAll(normals, x => (double)x);
            }
            while (!Orthonormalise(vector, new ArraySegment<double[]>(basis, 0, i)));
            basis[i] = vector;
        }

        return Array.ConvertAll(basis, v => new Direction(
            $"random {Array.IndexOf(basis, v) + 1}", Array.ConvertAll(v, x => (float)x), 1f / zdim));
    }

    private static bool Orthonormalise(double[] vector, ArraySegment<double[]> basis)
    {
        double before = GramSchmidt.Length(vector);
        double length = GramSchmidt.Orthogonalise(vector, basis);
        if (!(length > before * 1e-6))
        {
            return false;
        }

        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] /= length;
        }

        return true;
    }
}
