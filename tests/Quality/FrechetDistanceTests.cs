namespace LatentWalk.Quality.Tests;

public class FrechetDistanceTests
{
    [Fact]
    public void In_one_dimension_it_is_the_difference_of_means_and_of_deviations_squared()
    {
        // Two points each: mean 0 and variance 2, mean 3 and variance 8.
        var a = Cloud.Of([[-1], [1]]);
        var b = Cloud.Of([[1], [5]]);

        Assert.Equal(9 + Math.Pow(Math.Sqrt(8) - Math.Sqrt(2), 2), Between(a, b), 1e-9);
    }

    [Fact]
    public void Covariances_along_the_axes_count_by_their_roots()
    {
        var a = Cloud.Of([[-1, 0], [1, 0], [0, -2], [0, 2]]);
        var b = Cloud.Of([[-3, 0], [3, 0], [0, -1], [0, 1]]);
        // Variances 2/3 and 8/3 against 6 and 2/3.
        double expected = Math.Pow(Math.Sqrt(2 / 3.0) - Math.Sqrt(6), 2) + Math.Pow(Math.Sqrt(8 / 3.0) - Math.Sqrt(2 / 3.0), 2);

        Assert.Equal(expected, Between(a, b), 1e-9);
    }

    [Fact]
    public void A_cloud_is_no_distance_from_itself_and_as_far_from_another_as_that_is_from_it()
    {
        var (a, b) = (Cloud.Normal(300, 40, 1), Cloud.Normal(200, 40, 2, mean: 0.3, deviation: 1.5));

        Assert.Equal(0, Between(a, a), 1e-6);
        Assert.Equal(Between(a, b), Between(b, a), 1e-6);
        Assert.True(Between(a, b) > 5);
    }

    [Fact]
    public void Fewer_points_than_features_leave_directions_without_variance_and_do_no_harm()
    {
        var (a, b) = (Cloud.Normal(8, 30, 1), Cloud.Normal(6, 30, 2));

        double there = Between(a, b), back = Between(b, a);

        Assert.Equal(there, back, 1e-5);
        Assert.Equal(0, Between(a, a), 1e-5);
    }

    private static double Between(RowMatrix a, RowMatrix b)
    {
        double[] centre = FeatureCloud.CentreOf(a);
        return FrechetDistance.Of(FeatureCloud.Around(a, centre), Cloud.Threads).To(FeatureCloud.Around(b, centre), Cloud.Threads);
    }
}
