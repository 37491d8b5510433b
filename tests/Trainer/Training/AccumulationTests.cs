using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Training;

public sealed class AccumulationTests
{
    [Theory]
    [InlineData("modern-64", 4)]
    [InlineData("modern-64", 3, "penalty.kind=gp")]
    [InlineData("modern-64", 1, "penalty.kind=r1", "augment.kind=diffaugment")]
    [InlineData("modern-64", 5, "penalty.kind=dragan", "loss.kind=bce", "loss.labelNoise=0.3", "loss.labelSmoothing=0.1")]
    [InlineData("modern-64", 4, "loss.kind=hinge")]
    [InlineData("acgan-64", 3)]
    public void The_parts_of_a_batch_give_the_gradients_of_the_whole(string preset, int part, params string[] changes)
    {
        var set = Tiny.ClassPictures();
        var options = RunConfig.WithClasses(
            Tiny.Options(preset, [("batch", "8"), ("penalty.every", "1"), ("generator.batchNorm", "false"), .. changes.Select(change => (change.Split('=')[0], change.Split('=')[1]))]), set);
        using var whole = new TrainingState(options, CPU);
        using var divided = new TrainingState(options with { Machine = options.Machine with { MicroBatch = part } }, CPU);
        using var batches = new BatchSource(set, options, CPU);

        var expected = new TrainingStep(whole).Run(batches.Of, read: true)!;
        var values = new TrainingStep(divided).Run(batches.Of, read: true)!;

        foreach (var (network, other) in new (nn.Module, nn.Module)[] { (whole.Discriminator, divided.Discriminator), (whole.Generator, divided.Generator) })
        {
            foreach (var ((name, parameter), (_, otherParameter)) in network.named_parameters().Zip(other.named_parameters()))
            {
                double size = parameter.grad!.norm().ToDouble();
                double apart = (parameter.grad! - otherParameter.grad!).norm().ToDouble();
                Assert.True(apart <= 1e-5 * (size + 1e-3), $"{name}: {apart} apart at a norm of {size}");
            }
        }

        Assert.Equal(expected.DiscriminatorLoss, values.DiscriminatorLoss, 1e-5);
        Assert.Equal(expected.GeneratorLoss, values.GeneratorLoss, 1e-5);
        Assert.Equal(expected.Penalty!.Value, values.Penalty!.Value, 1e-4 * (1 + expected.Penalty.Value));
        Assert.Equal((expected.RealAccuracy, expected.FakeAccuracy, expected.ClassAccuracy), (values.RealAccuracy, values.FakeAccuracy, values.ClassAccuracy));
        Assert.Equal(expected.GeneratorGradientNorm, values.GeneratorGradientNorm, 1e-4 * expected.GeneratorGradientNorm);
    }

    [Fact]
    public void A_divided_run_goes_the_way_of_the_undivided_one()
    {
        var options = Tiny.Options("modern-64", ("batch", "8"), ("generator.batchNorm", "false"), ("penalty.every", "2"));
        using var whole = new TrainingState(options, CPU);
        using var divided = new TrainingState(options with { Machine = options.Machine with { MicroBatch = 3 } }, CPU);
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);
        var (one, other) = (new TrainingStep(whole), new TrainingStep(divided));

        for (int i = 1; i <= 6; i++)
        {
            var (a, b) = (one.Run(batches.Of, read: true)!, other.Run(batches.Of, read: true)!);
            Assert.Equal(a.DiscriminatorLoss, b.DiscriminatorLoss, 1e-3);
            Assert.Equal(a.GeneratorLoss, b.GeneratorLoss, 1e-3);
        }
    }

    [Fact]
    public void Clipping_bounds_the_norm_and_tells_what_it_was()
    {
        var options = Tiny.Options("modern-64");
        using var free = new TrainingState(options, CPU);
        using var clipped = new TrainingState(
            options with { GeneratorOptimizer = options.GeneratorOptimizer with { ClipNorm = 1e-3 }, DiscriminatorOptimizer = options.DiscriminatorOptimizer with { ClipNorm = 1e9 } }, CPU);
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);

        var expected = new TrainingStep(free).Run(batches.Of, read: true)!;
        var values = new TrainingStep(clipped).Run(batches.Of, read: true)!;

        Assert.Equal(expected.GeneratorGradientNorm, values.GeneratorGradientNorm, 1e-5);
        Assert.Equal(expected.DiscriminatorGradientNorm, values.DiscriminatorGradientNorm, 1e-5);
        Assert.Equal(1e-3, Norm(clipped.Generator), 1e-6);
        Assert.Equal(Norm(free.Discriminator), Norm(clipped.Discriminator), 1e-12);
    }

    [Fact]
    public void The_discriminator_takes_its_turns_with_batches_of_its_own()
    {
        var options = Tiny.Options("modern-64", ("loss.discriminatorSteps", "3"), ("penalty.every", "2"));
        using var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);
        var step = new TrainingStep(state);
        var asked = new List<long>();
        StepBatch Of(long turn)
        {
            asked.Add(turn);
            return batches.Of(turn);
        }

        var values = Enumerable.Range(0, 4).Select(_ => step.Run(Of, read: true)!).ToList();

        Assert.Equal(Enumerable.Range(1, 12).Select(turn => (long)turn), asked);
        Assert.Equal((4, 48), (state.Step, state.ImagesSeen));
        Assert.Equal([false, true, false, true], values.Select(value => value.Penalty is not null));
        Assert.Equal(12, state.DiscriminatorOptimizer.state_dict().State.OfType<TorchSharp.Modules.Adam.State>().First().step);
        Assert.Equal(4, state.GeneratorOptimizer.state_dict().State.OfType<TorchSharp.Modules.Adam.State>().First().step);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_the_reason() => Assert.Equal(
        [
            "generatorOptimizer.clipNorm is -1; it must be 0 (never) or more",
            "loss.discriminatorSteps is 0; it must be from 1 to 100",
            "machine.microBatch is -2; it must be from 0 (the whole batch) to 4096",
        ],
        Tiny.Options("modern-64", ("machine.microBatch", "-2"), ("generatorOptimizer.clipNorm", "-1"), ("loss.discriminatorSteps", "0")).Validate());

    private static double Norm(nn.Module network) => Math.Sqrt(network.parameters().Sum(parameter => parameter.grad!.square().sum().ToDouble()));
}
