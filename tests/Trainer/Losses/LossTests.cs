using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Options;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Losses;

public sealed class LossTests
{
    private static readonly float[] s_real = [0.5f, -2f, 30f, -45f];
    private static readonly float[] s_fake = [1.5f, -1f, -60f, 20f];

    [Fact]
    public void Bce_is_the_cross_entropy_of_both_halves()
    {
        double discriminator = s_real.Average(x => -Math.Log(Sigmoid(x))) + s_fake.Average(x => -LogOneMinusSigmoid(x));
        double generator = s_fake.Average(x => -Math.Log(Sigmoid(x)));

        AssertLosses(new BceLoss(new LossOptions()), discriminator, generator);
    }

    [Fact]
    public void Smoothed_labels_are_less_than_certain_of_real_pictures()
    {
        double discriminator = s_real.Average(x => (-0.9 * Math.Log(Sigmoid(x))) - (0.1 * LogOneMinusSigmoid(x))) + s_fake.Average(x => -LogOneMinusSigmoid(x));
        double generator = s_fake.Average(x => -Math.Log(Sigmoid(x)));

        AssertLosses(new BceLoss(new LossOptions { LabelSmoothing = 0.1 }), discriminator, generator);
    }

    [Fact]
    public void Noisy_labels_are_wrong_by_a_share_of_each_pictures_own_the_same_for_the_same_step()
    {
        using var scope = NewDisposeScope();
        var loss = new BceLoss(new LossOptions { LabelNoise = 0.3 });
        double Of(ulong step) => loss.ForDiscriminator(ones(20_000), zeros(20_000), new CounterRandom(1, step, Purpose.LabelNoise)).ToDouble();

        // The mean of α is 0.15: softplus(−1) + 0.15, and a logit of 0 costs log 2 however it is labelled.
        Assert.Equal(Softplus(-1) + 0.15 + Math.Log(2), Of(1), 2e-3);
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
    }

    [Fact]
    public void Hinge_asks_for_no_more_than_a_margin_of_one()
    {
        double discriminator = s_real.Average(x => Math.Max(0, 1.0 - x)) + s_fake.Average(x => Math.Max(0, 1.0 + x));

        AssertLosses(new HingeLoss(), discriminator, -s_fake.Average(x => (double)x));
    }

    [Fact]
    public void Wgan_is_the_distance_of_the_means() =>
        AssertLosses(new WganLoss(), s_fake.Average(x => (double)x) - s_real.Average(x => (double)x), -s_fake.Average(x => (double)x));

    [Fact]
    public void Relativistic_compares_each_fake_with_its_real_partner()
    {
        double discriminator = s_real.Zip(s_fake, (r, f) => Softplus(f - r)).Average();
        double generator = s_real.Zip(s_fake, (r, f) => Softplus(r - f)).Average();

        AssertLosses(new RelativisticLoss(), discriminator, generator);
    }

    [Fact]
    public void Relativistic_does_not_change_when_all_logits_move_together()
    {
        using var scope = NewDisposeScope();
        var loss = new RelativisticLoss();
        var (real, fake) = (tensor(s_real), tensor(s_fake));

        Assert.Equal(loss.ForDiscriminator(real, fake, default).ToSingle(), loss.ForDiscriminator(real + 64, fake + 64, default).ToSingle());
    }

    [Fact]
    public void Relativistic_refuses_to_do_without_real_logits()
    {
        using var scope = NewDisposeScope();
        var loss = new RelativisticLoss();

        Assert.True(loss.PairsWithReal);
        Assert.Throws<ArgumentNullException>(() => loss.ForGenerator(null, tensor(s_fake)));
    }

    [Theory]
    [InlineData("bce", 0.5, 0.5)]
    [InlineData("hinge", 0.5, 0.5)]
    [InlineData("wgan", 0.75, 0.75)]
    [InlineData("relativistic", 0.75, 0.75)]
    public void Accuracies_count_what_the_discriminator_tells_right(string kind, double realExpected, double fakeExpected)
    {
        using var scope = NewDisposeScope();

        // bce: against 0. relativistic: against the other half's mean, -1 for the fakes and 1.25 for the reals.
        var (real, fake) = Loss.Of(new LossOptions { Kind = kind }).Accuracies(tensor(new[] { -0.5f, 2f, 6f, -2.5f }), tensor(new[] { -3f, -6f, 0.5f, 4.5f }));

        Assert.Equal((realExpected, fakeExpected), (real.ToDouble(), fake.ToDouble()));
    }

    [Fact]
    public void Every_kind_that_is_offered_exists() => Assert.All(Loss.Kinds, kind => Assert.NotNull(Loss.Of(new LossOptions { Kind = kind })));

    private static void AssertLosses(ILoss loss, double discriminator, double generator)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(s_real), tensor(s_fake));

        Assert.Equal(discriminator, loss.ForDiscriminator(real, fake, default).ToDouble(), 1e-5 * Math.Abs(discriminator));
        Assert.Equal(generator, loss.ForGenerator(real, fake).ToDouble(), 1e-5 * Math.Abs(generator));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double LogOneMinusSigmoid(double x) => -Softplus(x);

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
