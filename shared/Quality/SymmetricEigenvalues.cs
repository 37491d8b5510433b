using System.Numerics.Tensors;

namespace LatentWalk.Quality;

/// <summary>
/// The eigenvalues of a symmetric matrix: Householder's reflections to a matrix of three diagonals, then QL with implicit shifts
/// (Golub and Van Loan, "Matrix computations", sections 8.3.1 and 8.3.3). Vectors are not made: no metric needs them, and Math.NET,
/// which makes them, takes eight times as long for the 512 features of each measurement in training.
/// </summary>
internal static class SymmetricEigenvalues
{
    private const int MostTurns = 60;

    /// <param name="matrix">[size, size], symmetric; used up.</param>
    /// <returns>Ascending.</returns>
    public static double[] Of(double[] matrix, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(matrix.Length, size * size);
        var diagonal = new double[size];
        var beside = new double[size];
        for (int k = 0; k < size; k++)
        {
            diagonal[k] = matrix[(k * size) + k];
            if (k < size - 2)
            {
                beside[k] = Reflect(matrix, size, k);
            }
            else if (k < size - 1)
            {
                beside[k] = matrix[((k + 1) * size) + k];
            }
        }

        Turn(diagonal, beside);
        Array.Sort(diagonal);
        return diagonal;
    }

    // Makes column k zero below the second place, and gives that place's value. The rest becomes A - v w' - w v'.
    private static double Reflect(double[] matrix, int size, int k)
    {
        int rest = size - k - 1;
        var v = new double[rest];
        for (int i = 0; i < rest; i++)
        {
            v[i] = matrix[((k + 1 + i) * size) + k];
        }

        double length = Math.Sqrt(TensorPrimitives.Dot<double>(v, v));
        double tail = v.AsSpan(1).IndexOfAnyExcept(0.0) < 0 ? 0 : length;
        if (tail == 0)
        {
            return v[0];
        }

        double alpha = v[0] > 0 ? -length : length;
        v[0] -= alpha;
        double norm = Math.Sqrt(TensorPrimitives.Dot<double>(v, v));
        for (int i = 0; i < rest; i++)
        {
            v[i] /= norm;
        }

        var w = new double[rest];
        for (int i = 0; i < rest; i++)
        {
            w[i] = 2 * TensorPrimitives.Dot<double>(matrix.AsSpan(((k + 1 + i) * size) + k + 1, rest), v);
        }

        double along = TensorPrimitives.Dot<double>(v, w);
        for (int i = 0; i < rest; i++)
        {
            w[i] -= along * v[i];
        }

        for (int i = 0; i < rest; i++)
        {
            var row = matrix.AsSpan(((k + 1 + i) * size) + k + 1, rest);
            TensorPrimitives.MultiplyAdd<double>(w, -v[i], row, row);
            TensorPrimitives.MultiplyAdd<double>(v, -w[i], row, row);
        }

        return alpha;
    }

    private static void Turn(double[] diagonal, double[] beside)
    {
        int size = diagonal.Length;
        for (int first = 0; first < size; first++)
        {
            for (int turn = 0; ; turn++)
            {
                int last = first;
                while (last < size - 1 && Math.Abs(beside[last]) > 1e-16 * (Math.Abs(diagonal[last]) + Math.Abs(diagonal[last + 1])))
                {
                    last++;
                }

                if (last == first || turn == MostTurns)
                {
                    break;
                }

                Turn(diagonal, beside, first, last);
            }
        }
    }

    // One QL sweep with Wilkinson's shift.
    private static void Turn(double[] diagonal, double[] beside, int first, int last)
    {
        double g = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        double r = Math.Sqrt((g * g) + 1);
        g = diagonal[last] - diagonal[first] + (beside[first] / (g + (g < 0 ? -r : r)));
        double sin = 1, cos = 1, p = 0;
        for (int i = last - 1; i >= first; i--)
        {
            double f = sin * beside[i], b = cos * beside[i];
            r = Math.Sqrt((f * f) + (g * g));
            beside[i + 1] = r;
            if (r == 0)
            {
                diagonal[i + 1] -= p;
                beside[last] = 0;
                return;
            }

            (sin, cos) = (f / r, g / r);
            g = diagonal[i + 1] - p;
            r = ((diagonal[i] - g) * sin) + (2 * cos * b);
            p = sin * r;
            diagonal[i + 1] = g + p;
            g = (cos * r) - b;
        }

        diagonal[first] -= p;
        beside[first] = g;
        beside[last] = 0;
    }
}
