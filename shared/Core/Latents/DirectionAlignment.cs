using MathNet.Numerics.LinearAlgebra;

namespace LatentWalk.Core.Latents;

/// <summary>
/// Keeps axes the same from one checkpoint to the next. The eigenvectors of a network that went on training come with
/// other signs, in another order, and mixed where their eigenvalues are close; the rotation of the new basis that comes
/// closest to the old one undoes all three (orthogonal Procrustes: Schönemann, Psychometrika 31, 1966).
/// </summary>
public static class DirectionAlignment
{
    /// <param name="basis">Orthonormal, of the new network.</param>
    /// <param name="reference">Orthonormal, of the old one: axis by axis what the result follows and is named after.</param>
    /// <returns>
    /// As many directions as <paramref name="basis"/>, orthonormal, in the same span. Those without a partner in the
    /// reference stay as they are, and so does everything where the latents differ in length.
    /// </returns>
    public static IReadOnlyList<Direction> Align(IReadOnlyList<Direction> basis, IReadOnlyList<Direction> reference)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(reference);
        int pairs = Math.Min(basis.Count, reference.Count);
        if (pairs == 0 || basis[0].Vector.Length != reference[0].Vector.Length)
        {
            return basis;
        }

        Matrix<double> own = Columns(basis, pairs);
        Matrix<double> overlap = own.TransposeThisAndMultiply(Columns(reference, pairs));
        var svd = overlap.Svd();
        Matrix<double> turn = svd.U * svd.VT;
        Matrix<double> aligned = own * turn;
        var result = new Direction[basis.Count];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = i < pairs
                ? new Direction(reference[i].Name, Unit(aligned.Column(i)), Explained(basis, turn.Column(i)))
                : basis[i];
        }

        return result;
    }

    // The layer's output variance along a mixture of eigenvectors is the same mixture of theirs, weights squared.
    private static float Explained(IReadOnlyList<Direction> basis, Vector<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Count; i++)
        {
            sum += weights[i] * weights[i] * basis[i].ExplainedVariance;
        }

        return (float)sum;
    }

    private static float[] Unit(Vector<double> vector)
    {
        double length = vector.L2Norm();
        return [.. vector.Select(component => (float)(component / length))];
    }

    private static Matrix<double> Columns(IReadOnlyList<Direction> directions, int count) =>
        Matrix<double>.Build.Dense(directions[0].Vector.Length, count, (row, column) => directions[column].Vector[row]);
}
