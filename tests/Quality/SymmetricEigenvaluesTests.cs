using LatentWalk.Core.Randomness;

namespace LatentWalk.Quality.Tests;

public class SymmetricEigenvaluesTests
{
    [Fact]
    public void Of_two_by_two_they_are_the_roots_of_its_polynomial() =>
        Near([(7 - Math.Sqrt(5)) / 2, (7 + Math.Sqrt(5)) / 2], SymmetricEigenvalues.Of([3, 1, 1, 4], 2));

    [Fact]
    public void Of_a_diagonal_they_are_the_diagonal() =>
        Near([-2, 0, 1, 7], SymmetricEigenvalues.Of([7, 0, 0, 0, 0, -2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0], 4));

    /// <summary>The path's second differences: 2 - 2 cos(k π / (n + 1)).</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(101)]
    public void Of_second_differences_they_are_the_known_cosines(int size)
    {
        var matrix = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            matrix[(i * size) + i] = 2;
            if (i > 0)
            {
                matrix[(i * size) + i - 1] = matrix[((i - 1) * size) + i] = -1;
            }
        }

        Near([.. Enumerable.Range(1, size).Select(k => 2 - (2 * Math.Cos(k * Math.PI / (size + 1))))], SymmetricEigenvalues.Of(matrix, size));
    }

    [Fact]
    public void Of_a_dense_matrix_they_agree_with_Math_NET()
    {
        const int size = 60;
        var random = new CounterRandom(5, 0, Purpose.Sample);
        var matrix = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[(i * size) + j] = matrix[(j * size) + i] = random.NextNormal();
            }
        }

        var peer = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(size, size, matrix).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);

        Near([.. peer.EigenValues.Select(value => value.Real).Order()], SymmetricEigenvalues.Of(matrix, size));
    }

    private static void Near(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        foreach (var (e, f) in expected.Zip(found))
        {
            Assert.Equal(e, f, 1e-9);
        }
    }
}
