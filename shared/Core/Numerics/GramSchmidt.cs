namespace LatentWalk.Core.Numerics;

/// <summary>Making vectors orthogonal to others, in double precision.</summary>
public static class GramSchmidt
{
    /// <summary>
    /// Takes away from a vector all that lies along others, by the modified Gram-Schmidt process, twice: the second pass removes
    /// what rounding left of the first.
    /// </summary>
    /// <param name="vector">Changed in place.</param>
    /// <param name="others">Orthonormal, as long as the vector.</param>
    /// <returns>The length of what is left.</returns>
    public static double Orthogonalise(double[] vector, IReadOnlyList<double[]> others)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(others);
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] other in others)
            {
                double along = Dot(vector, other);
                for (int i = 0; i < vector.Length; i++)
                {
                    vector[i] -= along * other[i];
                }
            }
        }

        return Length(vector);
    }

    public static double Length(double[] vector) => Math.Sqrt(Dot(vector, vector));

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
