namespace LatentWalk.Quality.Tests;

public class NeighbourhoodsTests
{
    [Theory]
    [InlineData(60, 45, 3, 0.0, 1.0)]
    [InlineData(40, 200, 20, 0.4, 0.7)]
    [InlineData(150, 9, 33, 2.0, 1.3)]
    public void All_five_agree_with_the_definitions_written_out(int reals, int samples, int width, double mean, double deviation)
    {
        var (real, generated) = (Cloud.Normal(reals, width, 1, mean: 5), Cloud.Normal(samples, width, 2, 5 + mean, deviation));

        var found = Between(real, generated);

        double[] x3 = Radii(real, 3), x5 = Radii(real, 5), y3 = Radii(generated, 3);
        int[] all = [.. Enumerable.Range(0, samples)], of = [.. Enumerable.Range(0, reals)];
        double D(int y, int x) => Math.Sqrt(Cloud.SquaredDistance(generated[y], real[x]));
        Assert.Equal(all.Count(y => of.Any(x => D(y, x) <= x3[x])) / (double)samples, found.Precision, 1e-12);
        Assert.Equal(of.Count(x => all.Any(y => D(y, x) <= y3[y])) / (double)reals, found.Recall, 1e-12);
        Assert.Equal(all.Average(y => of.Count(x => D(y, x) <= x5[x]) / 5.0), found.Density, 1e-12);
        Assert.Equal(of.Count(x => all.Any(y => D(y, x) <= x5[x])) / (double)reals, found.Coverage, 1e-12);
        double expected = Kernel(real, real, true) + Kernel(generated, generated, true) - (2 * Kernel(real, generated, false));
        Assert.Equal(expected, found.KernelDistance, 1e-5 * Kernel(real, real, true));
    }

    [Fact]
    public void The_kernel_distance_of_points_on_a_line_is_the_sum_on_paper()
    {
        // k(x, y) = (x y + 1)³: among 0, 1 it is 1; among 2, 3 it is 343; across 1, 1, 27, 64, on average 93/4.
        var found = Between(Cloud.Of([[0], [1]]), Cloud.Of([[2], [3]]));

        Assert.Equal(1 + 343 - (2 * 93 / 4.0), found.KernelDistance, 1e-9);
    }

    [Fact]
    public void Another_draw_of_the_same_pictures_scores_as_the_data_and_one_picture_for_all_does_not()
    {
        var real = Cloud.Normal(400, 8, 1);
        var same = Between(real, Cloud.Normal(400, 8, 2));
        var collapsed = Between(real, Cloud.Of([.. Enumerable.Repeat(real[7].ToArray(), 400)]));

        Assert.InRange(same.Precision, 0.7, 1);
        Assert.InRange(same.Recall, 0.7, 1);
        Assert.InRange(same.Density, 0.8, 1.2);
        Assert.InRange(same.Coverage, 0.9, 1);
        Assert.InRange(same.KernelDistance, -0.05, 0.05);
        Assert.Equal(1, collapsed.Precision);
        Assert.True(collapsed.Recall < 0.01);
        Assert.True(collapsed.Coverage < 0.05);
    }

    private static Neighbourhoods Between(RowMatrix real, RowMatrix generated)
    {
        double[] centre = FeatureCloud.CentreOf(real);
        var (x, y) = (FeatureCloud.Around(real, centre), FeatureCloud.Around(generated, centre));
        return Neighbourhoods.Between(x, CloudSelf.Of(x, Cloud.Threads), y, CloudSelf.Of(y, Cloud.Threads), Cloud.Threads);
    }

    private static double[] Radii(RowMatrix points, int k) =>
        [.. Enumerable.Range(0, points.Rows).Select(i => Math.Sqrt(Enumerable.Range(0, points.Rows).Where(j => j != i).Select(j => Cloud.SquaredDistance(points[i], points[j])).Order().ElementAt(k - 1)))];

    private static double Kernel(RowMatrix a, RowMatrix b, bool itself)
    {
        double sum = 0;
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j < b.Rows; j++)
            {
                double product = 0;
                for (int k = 0; k < a.Width; k++)
                {
                    product += (double)a[i][k] * b[j][k];
                }

                sum += itself && i == j ? 0 : Math.Pow((product / a.Width) + 1, 3);
            }
        }

        return sum / a.Rows / (itself ? b.Rows - 1 : b.Rows);
    }
}
