using LatentWalk.Core.Latents;

namespace LatentWalk.Core.Tests.Latents;

public class DirectionBasisTests
{
    [Theory]
    [InlineData(100, 3)]
    [InlineData(512, 16)]
    [InlineData(24, 24)]
    [InlineData(1, 1)]
    public void Random_directions_are_orthonormal(int zdim, int count)
    {
        IReadOnlyList<Direction> basis = DirectionBasis.Random(11, zdim, count);
        Assert.Equal(count, basis.Count);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double dot = basis[i].Vector.Zip(basis[j].Vector, (x, y) => (double)x * y).Sum();
                Assert.Equal(i == j ? 1 : 0, dot, 1e-6);
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_directions_and_fewer_are_the_first_of_more()
    {
        Assert.Equal(DirectionBasis.Random(1, 50, 2).Select(d => d.Vector), DirectionBasis.Random(1, 50, 8).Take(2).Select(d => d.Vector));
        Assert.NotEqual(DirectionBasis.Random(1, 50, 1)[0].Vector, DirectionBasis.Random(2, 50, 1)[0].Vector);
    }

    [Fact]
    public void Names_count_from_one() =>
        Assert.Equal(["random 1", "random 2", "random 3"], DirectionBasis.Random(1, 8, 3).Select(d => d.Name));

    [Fact]
    public void More_directions_than_dimensions_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DirectionBasis.Random(1, 3, 4));
}
