using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Penalties;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Penalties;

public sealed class R1R2PenaltyTests
{
    private const double Shift = 1e-5;

    [Fact]
    public void Of_a_linear_discriminator_it_is_the_squared_norm_of_its_weights()
    {
        using var scope = NewDisposeScope();
        var weights = tensor(new[] { 2f, -3f, 0.5f }).requires_grad_();
        var real = ones(4, 3).requires_grad_();
        var fake = zeros(4, 3).requires_grad_();

        var penalty = new R1R2Penalty().Of(real, (real * weights).sum(1), fake, (fake * weights).sum(1));
        penalty.backward();

        // ½(|w|² + |w|²) = |w|², whose gradient is 2w.
        Assert.Equal(13.25, penalty.ToDouble(), 1e-5);
        Assert.Equal([4f, -6f, 1f], weights.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Its_value_is_that_of_finite_differences_by_the_pictures()
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

        Assert.Equal(expected / 2 / real.shape[0], Value(network, real, fake).ToDouble(), 1e-6 * expected);
    }

    [Fact]
    public void Its_gradient_by_every_weight_is_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        var (real, fake) = Pictures();

        Value(network, real, fake).backward();

        foreach (var (name, parameter) in network.named_parameters())
        {
            // The penalty knows nothing of a bias behind the last activation, so autograd gives it no gradient at all.
            var gradient = parameter.grad?.view(-1).data<double>().ToArray() ?? new double[parameter.numel()];
            using var view = parameter.detach().view(-1);
            for (long i = 0; i < gradient.Length; i += Math.Max(1, gradient.Length / 25))
            {
                double expected = Difference(view, i, () => Value(network, real, fake).ToDouble());
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

    private static Discriminator Network()
    {
        var network = new Discriminator(new DiscriminatorSpec { Resolution = 8, Width = 3, BatchNorm = false });
        GlorotNormal.Fill(network, seed: 3, firstIndex: 0);
        return network.to(float64);
    }

    private static (Tensor Real, Tensor Fake) Pictures()
    {
        var values = Enumerable.Range(0, 2 * 3 * 8 * 8).Select(i => Math.Sin(i * 1.7)).ToArray();
        var real = tensor(values, [2, 3, 8, 8]);
        return (real, real.flip(0, 3) * 0.8);
    }

    private static Tensor Value(Discriminator network, Tensor real, Tensor fake)
    {
        var realLeaf = real.detach().requires_grad_();
        var fakeLeaf = fake.detach().requires_grad_();
        return new R1R2Penalty().Of(realLeaf, network.call(realLeaf), fakeLeaf, network.call(fakeLeaf));
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
