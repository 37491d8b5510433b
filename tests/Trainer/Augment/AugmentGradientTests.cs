using LatentWalk.Core.Networks;
using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Networks.Dcgan;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Penalties;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Augment;

/// <summary>Gradients through augmentations against finite differences, in float64.</summary>
public sealed class AugmentGradientTests
{
    private const double Shift = 1e-5;
    private const int Side = 8;

    [Theory]
    [InlineData("diffaugment")]
    [InlineData("ada")]
    public void The_gradient_by_every_pixel_is_that_of_finite_differences(string kind)
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        var pictures = Pictures();
        var seen = Seen(kind);
        var leaf = pictures.detach().requires_grad_();

        network.call(seen.Of(leaf, Role.Generated)).sum().backward();

        double[] gradient = leaf.grad!.contiguous().data<double>().ToArray();
        var flat = pictures.view(-1);
        for (long i = 0; i < flat.numel(); i++)
        {
            double expected = Difference(flat, i, () => network.call(seen.Of(pictures, Role.Generated)).sum().ToDouble());
            Assert.Equal(expected, gradient[i], 1e-7);
        }

        Assert.Contains(gradient, value => Math.Abs(value) > 1e-3);
    }

    [Theory]
    [InlineData("diffaugment", "r1r2")]
    [InlineData("diffaugment", "gp")]
    [InlineData("ada", "r1r2")]
    [InlineData("ada", "gp")]
    public void The_gradient_of_a_penalty_by_every_weight_is_that_of_finite_differences(string kind, string penalty)
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        var pictures = Pictures();
        var seen = Seen(kind);

        Of(penalty, network, seen, pictures).backward();

        foreach (var (name, parameter) in network.named_parameters())
        {
            var gradient = parameter.grad?.view(-1).data<double>().ToArray() ?? new double[parameter.numel()];
            using var view = parameter.detach().view(-1);
            for (long i = 0; i < gradient.Length; i += Math.Max(1, gradient.Length / 20))
            {
                double expected = Difference(view, i, () => Of(penalty, network, seen, pictures).ToDouble());
                Assert.True(
                    Math.Abs(expected - gradient[i]) < 1e-6 + (1e-5 * Math.Abs(expected)), $"{name}[{i}]: {gradient[i]} by autograd, {expected} by differences");
            }
        }
    }

    private static Tensor Of(string penalty, Discriminator network, StepAugmentation seen, Tensor pictures)
    {
        var real = pictures.detach().requires_grad_();
        var fake = (pictures.flip(0, 3) * 0.8).detach().requires_grad_();
        return Penalty.Named(penalty)!.Of(new PenaltyInput(
            picture => network.call(seen.Of(picture, Role.Real)),
            real,
            network.call(seen.Of(real, Role.Real)),
            fake,
            network.call(seen.Of(fake, Role.Fake)),
            new CounterRandom(5, 1, Purpose.Interpolation)));
    }

    private static StepAugmentation Seen(string kind) => new(
        Augmentation.Of(new AugmentOptions { Kind = kind }, Side), 3, new CounterRandom(5, 1, Purpose.Augment), tensor(0.8), CPU);

    private static DcganDiscriminator Network()
    {
        var network = new DcganDiscriminator(new DiscriminatorSpec { Resolution = Side, Width = 3, BatchNorm = false });
        GlorotNormal.Fill(network, seed: 3, firstIndex: 0);
        network.to(float64);
        return network;
    }

    private static Tensor Pictures() =>
        tensor(Enumerable.Range(0, 3 * 3 * Side * Side).Select(i => Math.Sin(i * 1.7)).ToArray(), [3, 3, Side, Side]);

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
