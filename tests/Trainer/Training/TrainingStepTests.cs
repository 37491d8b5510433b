using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Training;

public sealed class TrainingStepTests
{
    [Theory]
    [InlineData("anime-64", "none")]
    [InlineData("modern-64", "none")]
    [InlineData("modern-64", "diffaugment")]
    public void A_step_is_that_of_the_plain_recipe(string preset, string augmentation)
    {
        var options = Tiny.Options(preset, ("augment.kind", augmentation), ("augment.probability", "0.7"));
        using var state = new TrainingState(options, CPU);
        using var reference = new TrainingState(options, CPU);
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);
        var step = new TrainingStep(state);

        for (int i = 1; i <= 3; i++)
        {
            step.Run(batches.Pictures(i), batches.Latents(i), null, read: i == 2);
            PlainStep(reference, i, batches.Pictures(i), batches.Latents(i));
        }

        Assert.Equal(Weights(reference.Generator), Weights(state.Generator));
        Assert.Equal(Weights(reference.Discriminator), Weights(state.Discriminator));
    }

    [Fact]
    public void The_penalty_is_taken_on_every_eighth_step_and_told_then()
    {
        var options = Tiny.Options("modern-64");
        using var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);
        var step = new TrainingStep(state);

        var penalties = Enumerable.Range(1, 16).Select(i => step.Run(batches.Pictures(i), batches.Latents(i), null, read: true)!.Penalty).ToList();

        Assert.Equal([7, 15], penalties.Index().Where(p => p.Item is not null).Select(p => p.Index));
        Assert.All(penalties, penalty => Assert.True(penalty is null or > 0));
    }

    [Fact]
    public void Values_are_read_only_when_asked_for()
    {
        var options = Tiny.Options("modern-64");
        using var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);
        var step = new TrainingStep(state);

        Assert.Null(step.Run(batches.Pictures(1), batches.Latents(1), null, read: false));
        var values = step.Run(batches.Pictures(2), batches.Latents(2), null, read: true)!;

        Assert.Null(values.NotFinite());
        Assert.True(values.GeneratorGradientNorm > 0 && values.DiscriminatorGradientNorm > 0);
    }

    [Fact]
    public void A_batch_that_is_not_finite_is_named()
    {
        var options = Tiny.Options("modern-64");
        using var state = new TrainingState(options, CPU);
        using var scope = NewDisposeScope();

        var values = new TrainingStep(state).Run(full(4, 3, 16, 16, float.NaN), ones(4, 12), null, read: true)!;

        Assert.Equal("the discriminator's loss is NaN", values.NotFinite());
    }

    [Fact]
    public void Dropout_is_drawn_by_seed_and_step()
    {
        var options = Tiny.Options("anime-64", ("discriminator.dropout", "0.4"));
        using var first = new TrainingState(options, CPU);
        using var second = new TrainingState(options, CPU);
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);

        new TrainingStep(first).Run(batches.Pictures(1), batches.Latents(1), null, read: false);
        rand(17).Dispose();
        new TrainingStep(second).Run(batches.Pictures(1), batches.Latents(1), null, read: false);

        Assert.Equal(Weights(first.Discriminator), Weights(second.Discriminator));
    }

    [Fact]
    public void A_generator_learns_to_make_the_class_that_is_asked_for()
    {
        var set = Tiny.ClassPictures();
        var options = RunConfig.WithClasses(Tiny.Options("acgan-64", ("batch", "10")), set);
        using var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(set, options, CPU);
        var step = new TrainingStep(state);
        double right = 0;

        for (int i = 1; i <= 400; i++)
        {
            using var scope = NewDisposeScope();
            double? accuracy = step.Run(batches.Pictures(i), batches.Latents(i), batches.Classes(), read: true)!.ClassAccuracy;
            right += i > 380 ? accuracy!.Value / 20 : 0;
        }

        using var drawing = NewDisposeScope();
        var pictures = SampleSheetWriter.Draw(state.Generator, SampleSheetWriter.Latents(SampleSheetWriter.Seeds, options.Generator), CPU);
        double Brightness(int parity) => Enumerable.Range(0, 32).Average(k => pictures[(2 * k) + parity].mean().ToDouble());
        Assert.True(right > 0.65, $"the discriminator sees the class that was asked for in {right:0 %}");
        Assert.True(Brightness(1) - Brightness(0) > 0.3, $"bright ones are {Brightness(1):0.00}, dark ones {Brightness(0):0.00}");
    }

    /// <summary>What <see cref="TrainingStep"/> computes, without freezing anything: gradients nobody needs are thrown away.</summary>
    private static void PlainStep(TrainingState state, int step, Tensor pictures, Tensor latents)
    {
        using var scope = NewDisposeScope();
        var loss = Loss.Of(state.Options.Loss);
        var fakes = state.Generator.call(latents);
        var seen = new StepAugmentation(
            Augmentation.Of(state.Options.Augment, Tiny.Size), 4, new CounterRandom(state.Options.Seed, (ulong)step, Purpose.Augment), tensor((float)state.Options.Augment.Start), CPU);

        state.Discriminator.zero_grad();
        loss.ForDiscriminator(state.Discriminator.call(seen.Of(pictures, Role.Real)), state.Discriminator.call(seen.Of(fakes.detach(), Role.Fake)), default).backward();
        state.DiscriminatorOptimizer.step();

        state.Generator.zero_grad();
        var real = loss.PairsWithReal ? state.Discriminator.call(seen.Of(pictures, Role.Paired)) : null;
        loss.ForGenerator(real, state.Discriminator.call(seen.Of(fakes, Role.Generated))).backward();
        state.GeneratorOptimizer.step();
    }

    private static float[] Weights(nn.Module network) =>
        [.. network.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
}
