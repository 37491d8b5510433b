using LatentWalk.Core.Numerics;

namespace LatentWalk.Core.Tests.Numerics;

public class GramSchmidtTests
{
    [Fact]
    public void What_is_left_is_at_right_angles_to_the_others_and_its_length_is_told()
    {
        double[] vector = [3, 4, 5];

        double length = GramSchmidt.Orthogonalise(vector, [[1, 0, 0], [0, 0.6, 0.8]]);

        // (4, 5) along (0.6, 0.8) is 6.4; across it, along (0.8, -0.6), 0.2.
        Assert.Equal(0.2, length, 12);
        Assert.Equal([0, 0.16, -0.12], vector.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Nothing_is_left_of_a_vector_among_the_others_but_rounding() =>
        Assert.True(GramSchmidt.Orthogonalise([0.3, -0.7], [[0.8, 0.6], [-0.6, 0.8]]) < 1e-15);
}
