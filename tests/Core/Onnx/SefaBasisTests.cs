using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using Xunit;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class SefaBasisTests
{
    [Fact]
    public void The_strongest_row_of_a_diagonal_layer_comes_first()
    {
        // z0 * 1, z1 * 3, z2 * 2: variances 1, 9, 4 of 14.
        var directions = SefaBasis.FromFirstLayer([1, 0, 0, 0, -3, 0, 0, 0, 2], 3);

        Assert.Equal(["sefa1", "sefa2", "sefa3"], directions.Select(d => d.Name));
        Assert.Equal([0f, 1f, 0f], directions[0].Vector);
        Assert.Equal([0f, 0f, 1f], directions[1].Vector);
        Assert.Equal([9f / 14, 4f / 14, 1f / 14], directions.Select(d => d.ExplainedVariance));
    }

    [Fact]
    public void Directions_are_orthonormal_and_their_largest_component_is_positive()
    {
        var directions = SefaBasis.FromFirstLayer(Latent.FromSeed(5, 20 * 128), 20);

        Assert.Equal(SefaBasis.DefaultCount, directions.Count);
        for (int i = 0; i < directions.Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double dot = directions[i].Vector.Zip(directions[j].Vector, (a, b) => (double)a * b).Sum();
                Assert.Equal(i == j ? 1 : 0, dot, 1e-5);
            }

            Assert.True(directions[i].Vector.MaxBy(Math.Abs) > 0);
            Assert.True(i == 0 || directions[i].ExplainedVariance <= directions[i - 1].ExplainedVariance);
        }
    }

    [Fact]
    public void The_first_direction_moves_the_layers_output_most()
    {
        float[] weight = Latent.FromSeed(6, 10 * 40);
        var first = SefaBasis.FromFirstLayer(weight, 10)[0];

        double best = Gain(weight, first.Vector);

        for (ulong seed = 0; seed < 200; seed++)
        {
            float[] other = Latent.FromSeed(seed, 10);
            double length = Math.Sqrt(other.Sum(x => (double)x * x));
            Assert.True(Gain(weight, other) / length <= best + 1e-6);
        }
    }

    [Fact]
    public void A_layer_of_zeros_explains_nothing()
    {
        Assert.All(SefaBasis.FromFirstLayer(new float[4 * 8], 4), direction => Assert.Equal(0, direction.ExplainedVariance));
    }

    private static double Gain(float[] weight, float[] z)
    {
        int features = weight.Length / z.Length;
        double sum = 0;
        for (int k = 0; k < features; k++)
        {
            double y = z.Select((value, i) => (double)value * weight[i * features + k]).Sum();
            sum += y * y;
        }

        return Math.Sqrt(sum);
    }
}
