using LatentWalk.Core.Networks;
using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Penalties;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Penalties;

public sealed class PenaltyTests
{
    private const double Shift = 1e-5;

    [Theory]
    [InlineData("r1r2", 13.25, 2)]
    [InlineData("r1", 6.625, 1)]
    public void Of_a_linear_discriminator_it_is_half_the_squared_norm_of_its_weights_for_each_half(string kind, double expected, float slope)
    {
        using var scope = NewDisposeScope();
        var weights = tensor(new[] { 2f, -3f, 0.5f }).requires_grad_();

        var penalty = Of(kind, pictures => (pictures * weights).sum(1), ones(4, 3), zeros(4, 3));
        penalty.backward();

        // |w|² / 2 for each half, whose gradient is w.
        Assert.Equal(expected, penalty.ToDouble(), 1e-5);
        Assert.Equal([2 * slope, -3 * slope, 0.5f * slope], weights.grad!.data<float>().ToArray());
    }

    [Theory]
    [InlineData("gp")]
    [InlineData("dragan")]
    public void Of_a_linear_discriminator_it_is_the_squared_distance_of_the_norm_from_one(string kind)
    {
        using var scope = NewDisposeScope();
        var weights = tensor(new[] { 0f, 3f, 4f }).requires_grad_();

        var penalty = Of(kind, pictures => (pictures.flatten(1) * weights).sum(1), rand(4, 3, 1, 1), zeros(4, 3, 1, 1));
        penalty.backward();

        // (|w| − 1)² = 16, whose gradient is 2 (|w| − 1) w / |w|.
        Assert.Equal(16, penalty.ToDouble(), 1e-4);
        float[] gradient = weights.grad!.data<float>().ToArray();
        Assert.Equal(0, gradient[0], 1e-5f);
        Assert.Equal(4.8f, gradient[1], 1e-4f);
        Assert.Equal(6.4f, gradient[2], 1e-4f);
    }

    [Fact]
    public void A_flat_discriminator_has_a_finite_gradient()
    {
        using var scope = NewDisposeScope();
        var weights = zeros(3).requires_grad_();

        Of("gp", pictures => (pictures.flatten(1) * weights).sum(1), ones(4, 3, 1, 1), zeros(4, 3, 1, 1)).backward();

        Assert.True(weights.grad!.isfinite().all().ToBoolean());
    }

    [Fact]
    public void Gp_looks_between_a_picture_and_its_fake_and_dragan_around_the_picture()
    {
        using var scope = NewDisposeScope();
        var seen = new List<float[]>();
        Tensor Look(Tensor pictures)
        {
            seen.Add(pictures.detach().flatten().data<float>().ToArray());
            return (pictures * pictures).flatten(1).sum(1);
        }

        // Spread so that half a standard deviation is 0.5.
        var real = tensor(Enumerable.Range(0, 64).Select(i => i % 2 == 0 ? 9f : 11f).ToArray(), [64, 1, 1, 1]);
        var fake = zeros(64, 1, 1, 1);
        Of("gp", Look, real, fake);
        Of("dragan", Look, real, fake);

        // Two looks each for the logits, and one for the penalty.
        Assert.All(seen[2], value => Assert.InRange(value, 0, 11));
        Assert.True(seen[2].Distinct().Count() > 60);
        Assert.All(seen[5].Index(), pair => Assert.InRange(pair.Item - (pair.Index % 2 == 0 ? 9 : 11), 0, 0.51f));
        Assert.True(seen[5].Distinct().Count() > 60);
    }

    [Fact]
    public void R1r2_is_that_of_finite_differences_by_the_pictures()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        var (real, fake) = Pictures();
        double expected = 0;
        foreach (var pictures in new[] { real, fake })
        {
            using var noGradient = no_grad();
            var flat = pictures.view(-1);
            for (long i = 0; i < flat.numel(); i++)
            {
                double slope = Difference(flat, i, () => network.call(pictures).sum().ToDouble());
                expected += slope * slope;
            }
        }

        Assert.Equal(expected / 2 / real.shape[0], Of("r1r2", network.call, real, fake).ToDouble(), 1e-6 * expected);
    }

    [Theory]
    [InlineData("gp", NetworkKinds.Dcgan)]
    [InlineData("dragan", NetworkKinds.Dcgan)]
    [InlineData("r1", NetworkKinds.Dcgan)]
    [InlineData("r1r2", NetworkKinds.Dcgan)]
    [InlineData("gp", NetworkKinds.Residual)]
    [InlineData("r1r2", NetworkKinds.Residual)]
    [InlineData("r1r2", NetworkKinds.Skip)]
    public void Its_gradient_by_every_weight_is_that_of_finite_differences(string kind, string networkKind)
    {
        using var scope = NewDisposeScope();
        using var network = networkKind switch
        {
            NetworkKinds.Residual => ResidualNetwork(),
            NetworkKinds.Skip => Network(NetworkKinds.Skip, 16),
            _ => Network(),
        };
        var (real, fake) = Pictures(network.Spec.Resolution);

        Of(kind, network.call, real, fake).backward();

        foreach (var (name, parameter) in network.named_parameters())
        {
            // A penalty knows nothing of a bias behind the last activation, so autograd gives it no gradient at all.
            var gradient = parameter.grad?.view(-1).data<double>().ToArray() ?? new double[parameter.numel()];
            using var view = parameter.detach().view(-1);
            for (long i = 0; i < gradient.Length; i += Math.Max(1, gradient.Length / 25))
            {
                double expected = Difference(view, i, () => Of(kind, network.call, real, fake).ToDouble());
                Assert.True(
                    Math.Abs(expected - gradient[i]) < 1e-6 + (1e-5 * Math.Abs(expected)), $"{name}[{i}]: {gradient[i]} by autograd, {expected} by differences");
            }
        }
    }

    [Fact]
    public void Every_kind_that_is_offered_exists()
    {
        Assert.Null(Penalty.Named("none"));
        Assert.All(Penalty.Kinds.Except(["none"]), kind => Assert.NotNull(Penalty.Named(kind)));
    }

    private static Discriminator ResidualNetwork()
    {
        var network = Discriminator.Of(new DiscriminatorSpec
        {
            Network = NetworkKinds.Residual, Resolution = 8, Width = 4, MaxWidth = 6, Blocks = 1, GroupSize = 2, Expansion = 1, BatchNorm = false,
        });
        network.Initialise(seed: 3);
        network.to(float64);
        using var noGradient = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            // Zero to begin with, and nothing would come through a block.
            if (name.EndsWith("conv3.weight", StringComparison.Ordinal))
            {
                var values = Enumerable.Range(0, (int)parameter.numel()).Select(i => 0.3 * Math.Sin((i * 2.3) + 1)).ToArray();
                parameter.copy_(tensor(values, parameter.shape));
            }
        }

        return network;
    }

    private static Discriminator Network(string kind = NetworkKinds.Dcgan, int resolution = 8)
    {
        var network = Discriminator.Of(new DiscriminatorSpec { Network = kind, Resolution = resolution, Width = 3, BatchNorm = false });
        network.Initialise(seed: 3);
        return network.to(float64);
    }

    private static (Tensor Real, Tensor Fake) Pictures(int side = 8)
    {
        var values = Enumerable.Range(0, 2 * 3 * side * side).Select(i => Math.Sin(i * 1.7)).ToArray();
        var real = tensor(values, [2, 3, side, side]);
        return (real, real.flip(0, 3) * 0.8);
    }

    private static Tensor Of(string kind, Func<Tensor, Tensor> discriminator, Tensor real, Tensor fake)
    {
        var realLeaf = real.detach().requires_grad_();
        var fakeLeaf = fake.detach().requires_grad_();
        return Penalty.Named(kind)!.Of(new PenaltyInput(
            discriminator, realLeaf, discriminator(realLeaf), fakeLeaf, discriminator(fakeLeaf), new CounterRandom(5, 1, Purpose.Interpolation)));
    }

    private static double Difference(Tensor values, long index, Func<double> value)
    {
        var elements = values.data<double>();
        double before = elements[index];
        elements[index] = before + Shift;
        double above = value();
        elements[index] = before - Shift;
        double below = value();
        elements[index] = before;
        return (above - below) / (2 * Shift);
    }
}
