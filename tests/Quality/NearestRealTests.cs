namespace LatentWalk.Quality.Tests;

public class NearestRealTests
{
    [Fact]
    public void A_copy_is_found_at_distance_zero_and_others_where_the_definition_says()
    {
        var real = Cloud.Normal(90, SmallColours.Length, 1);
        var small = Cloud.Normal(30, SmallColours.Length, 2);
        real[17].CopyTo(small[4]);

        var found = NearestReal.Of(small, real, itself: false, Cloud.Threads);

        Assert.Equal((0, 17), (found.Distances[4], found.Indices[4]));
        for (int i = 0; i < 30; i++)
        {
            int nearest = Enumerable.Range(0, 90).MinBy(j => Cloud.SquaredDistance(small[i], real[j]));
            Assert.Equal(nearest, found.Indices[i]);
            Assert.Equal(Math.Sqrt(Cloud.SquaredDistance(small[i], real[nearest]) / SmallColours.Length), found.Distances[i], 1e-12);
        }
    }

    [Fact]
    public void Nobody_is_their_own_neighbour()
    {
        var real = Cloud.Normal(40, SmallColours.Length, 1);

        var found = NearestReal.Of(real, real, itself: true, Cloud.Threads);

        Assert.All(Enumerable.Range(0, 40), i => Assert.NotEqual(i, found.Indices[i]));
        Assert.All(found.Distances, distance => Assert.True(distance > 0));
    }
}
