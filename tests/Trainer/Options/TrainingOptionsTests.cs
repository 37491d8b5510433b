using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Options;
using Xunit;

namespace LatentWalk.Trainer.Tests.Options;

public sealed class TrainingOptionsTests
{
    [Fact]
    public void Every_problem_is_listed_at_once()
    {
        var bad = new TrainingOptions
        {
            Version = 2,
            Steps = 0,
            Batch = 1,
            Data = new DataOptions { Fit = "squash" },
            Generator = new GeneratorSpec { Resolution = 32, ZDim = 0, Depth = 9 },
            Discriminator = new DiscriminatorSpec { Resolution = 48, Channels = 1, Depth = -1 },
            GeneratorOptimizer = new AdamOptions { LearningRate = 0, Beta1 = 1, Beta2 = -1, Epsilon = double.NaN },
            Loss = new LossOptions { Kind = "guess" },
            Penalty = new PenaltyOptions { Kind = "r3", Gamma = -1, Every = 0 },
            Ema = new EmaOptions { Decay = 1 },
            Output = new OutputOptions { LogEvery = 0, CheckpointEvery = 0, SampleEvery = -1, RandomEvery = -1 },
            Machine = new MachineOptions { Threads = -1, Device = "tpu" },
        };

        var problems = bad.Validate();

        string[] expected =
        [
            "version is 2", "steps is 0", "batch is 1", "data.fit is 'squash'", "generator.resolution is 32 but discriminator.resolution is 48",
            "generator.channels is 3 but discriminator.channels is 1", "generator zDim is 0", "generator depth is 9", "discriminator depth is -1", "discriminator resolution is 48", "generatorOptimizer.learningRate is 0",
            "generatorOptimizer.beta1 is 1", "generatorOptimizer.beta2 is -1", "generatorOptimizer.epsilon is NaN", "loss.kind is 'guess'; it must be one of bce, hinge, wgan, relativistic",
            "penalty.kind is 'r3'", "penalty.gamma is -1", "penalty.every is 0", "ema.decay is 1", "output.logEvery is 0", "output.checkpointEvery is 0",
            "output.sampleEvery is -1", "output.randomEvery is -1", "machine.threads is -1", "machine.device is 'tpu'",
        ];
        Assert.All(expected, text => Assert.Contains(problems, problem => problem.StartsWith(text, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_penalty_behind_batch_norm_is_refused_with_the_reason()
    {
        var problems = (Presets.Modern64 with { Discriminator = Presets.Anime64.Discriminator }).Validate();

        Assert.Equal(
            ["penalty.kind is 'r1r2' but discriminator.batchNorm is on, which mixes the gradients of different pictures; turn one of them off"], problems);
    }

    [Fact]
    public void Pictures_have_three_channels()
    {
        var grey = Presets.Modern64 with
        {
            Generator = Presets.Modern64.Generator with { Channels = 1 },
            Discriminator = Presets.Modern64.Discriminator with { Channels = 1 },
        };

        Assert.Equal(["generator.channels is 1; training reads pictures in colour, so it must be 3"], grey.Validate());
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(600, true)]
    [InlineData(700, false)]
    [InlineData(3000, true)]
    public void Sheets_are_drawn_at_the_listed_steps_and_every_thousand(long step, bool expected) =>
        Assert.Equal(expected, new OutputOptions().SampleAt(step));

    [Fact]
    public void Labels_are_made_uncertain_only_where_a_loss_has_labels()
    {
        var options = Tiny.Options("modern-64", ("loss.labelNoise", "0.2"), ("loss.labelSmoothing", "0.5"));

        Assert.Equal(
            [
                "loss.labelSmoothing is 0.5; it must be from 0 (none) to below 0.5, where a label would say nothing",
                "loss.labelNoise is 0.2 but loss.kind is 'relativistic', which has no labels; set loss.kind to bce, or loss.labelNoise to 0",
            ],
            options.Validate());
    }

    [Fact]
    public void A_critic_without_a_penalty_is_refused_with_the_reason()
    {
        var options = Tiny.Options("modern-64", ("loss.kind", "wgan"), ("penalty.kind", "none"));

        Assert.Equal(
            ["loss.kind is 'wgan' but penalty.kind is 'none', so nothing bounds the critic's slope and its loss means nothing; set penalty.kind to gp"],
            options.Validate());
    }
}
