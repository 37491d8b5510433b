namespace LatentWalk.Quality.Tests;

public class SlicedWassersteinTests
{
    [Fact]
    public void A_cloud_moved_aside_is_as_far_as_the_move_is_long_seen_from_each_side()
    {
        const int width = 5;
        float[] move = [1, -2, 0.5f, 3, 0];
        var cloud = Cloud.Normal(300, width, 1);
        var moved = new RowMatrix(300, width);
        for (int row = 0; row < 300; row++)
        {
            for (int k = 0; k < width; k++)
            {
                moved[row][k] = cloud[row][k] + move[k];
            }
        }

        var directions = SlicedDistance.Directions(20, width, 7, QualityDraw.PatchDirections, 0);
        double expected = Enumerable.Range(0, 20).Average(row => Math.Abs(Enumerable.Range(0, width).Sum(k => (double)directions[row][k] * move[k])));

        Assert.Equal(expected, SlicedDistance.Between(cloud, moved, directions, Cloud.Threads), 1e-5);
        Assert.Equal(0, SlicedDistance.Between(cloud, cloud, directions, Cloud.Threads));
    }

    [Fact]
    public void Directions_are_unit_vectors_of_their_seed_and_level()
    {
        var one = SlicedDistance.Directions(50, 147, 7, QualityDraw.PatchDirections, 0);
        var again = SlicedDistance.Directions(50, 147, 7, QualityDraw.PatchDirections, 0);
        var other = SlicedDistance.Directions(50, 147, 7, QualityDraw.PatchDirections, 1);

        Assert.All(Enumerable.Range(0, 50), row => Assert.Equal(1, RowMatrix.Square(one[row]), 1e-5));
        Assert.Equal(one.Values, again.Values);
        Assert.NotEqual(one.Values, other.Values);
    }

    [Fact]
    public void Channels_are_brought_to_mean_0_and_variance_1_and_a_plain_one_to_0()
    {
        var patches = Cloud.Normal(500, SlicedWasserstein.PatchLength, 3, mean: 12, deviation: 4);
        for (int row = 0; row < 500; row++)
        {
            patches[row][49..98].Fill(7);
        }

        SlicedWasserstein.Normalise(patches);

        Assert.Equal(0, Enumerable.Range(0, 500).Average(row => patches[row][..49].ToArray().Average()), 1e-4);
        Assert.Equal(1, Enumerable.Range(0, 500).Average(row => patches[row][..49].ToArray().Average(v => (double)v * v)), 1e-4);
        Assert.All(patches[3][49..98].ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_plain_picture_has_nothing_in_its_bands_and_itself_at_the_coarsest()
    {
        var pyramid = LaplacianPyramid.Of(Picture.Flat(64, 90), 64);

        Assert.Equal([64, 32, 16], pyramid.Sides);
        Assert.All(pyramid.Levels[0].Concat(pyramid.Levels[1]), value => Assert.Equal(0, value, 1e-3));
        Assert.All(pyramid.Levels[2], value => Assert.Equal(90, value, 1e-3));
    }

    [Theory]
    [InlineData(16, new[] { 16 })]
    [InlineData(48, new[] { 48, 24 })]
    [InlineData(256, new[] { 256, 128, 64, 32, 16 })]
    [InlineData(33, new[] { 33 })]
    public void Levels_go_down_to_sixteen(int size, int[] sides) => Assert.Equal(sides, LaplacianPyramid.SidesOf(size));
}
