namespace LatentWalk.Quality.Tests;

public class DotProductsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 7)]
    [InlineData(4, 8, 16)]
    [InlineData(33, 131, 40)]
    [InlineData(70, 257, 147)]
    public void Every_product_is_that_of_its_two_rows(int rows, int columns, int width)
    {
        var (a, b) = (Cloud.Normal(rows, width, 1), Cloud.Normal(columns, width, 2));
        var found = new double[rows, columns];

        DotProducts.Visit(a, b, Cloud.Threads, (row, first, products) =>
        {
            for (int k = 0; k < products.Length; k++)
            {
                found[row, first + k] += products[k];
            }
        });

        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double expected = 0;
                for (int k = 0; k < width; k++)
                {
                    expected += (double)a[i][k] * b[j][k];
                }

                Assert.Equal(expected, found[i, j], 1e-4);
            }
        }
    }

    [Fact]
    public void Products_do_not_depend_on_the_number_of_threads()
    {
        var (a, b) = (Cloud.Normal(100, 60, 1), Cloud.Normal(150, 60, 2));
        float[] one = Products(a, b, 1), four = Products(a, b, 4);

        Assert.Equal(one, four);
    }

    private static float[] Products(RowMatrix a, RowMatrix b, int threads)
    {
        var all = new float[a.Rows * b.Rows];
        DotProducts.Visit(a, b, new ParallelOptions { MaxDegreeOfParallelism = threads }, (row, first, products) => products.CopyTo(all.AsSpan((row * b.Rows) + first)));
        return all;
    }
}
