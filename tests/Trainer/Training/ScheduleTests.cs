using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Training;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Training;

public sealed class ScheduleTests
{
    // 4 pictures a step: 1 000 steps.
    private static readonly TrainingOptions s_moving = Tiny.Options(
        "modern-64", ("discriminatorOptimizer.learningRate", "8e-4"), ("schedule.images", "4000"), ("schedule.learningRate", "1e-4"), ("generatorOptimizer.beta2", "0.9"),
        ("schedule.beta2", "0.99"), ("schedule.gamma", "0.05"));

    [Theory]
    [InlineData(1, 4e-4, 8e-4, 0.9, 8)]
    [InlineData(501, 2.5e-4, 5e-4, 0.945, 4.025)]
    [InlineData(1001, 1e-4, 2e-4, 0.99, 0.05)]
    [InlineData(90_000, 1e-4, 2e-4, 0.99, 0.05)]
    public void Values_go_from_their_start_to_their_end_over_the_pictures_and_stay_there(long step, double generator, double discriminator, double beta2, double gamma)
    {
        var rates = Schedule.At(s_moving, step);

        Assert.Equal(generator, rates.GeneratorLearningRate, 1e-12);
        Assert.Equal(discriminator, rates.DiscriminatorLearningRate, 1e-12);
        Assert.Equal(beta2, rates.GeneratorBeta2, 1e-12);
        Assert.Equal(0.99, rates.DiscriminatorBeta2, 1e-12);
        Assert.Equal(gamma, rates.Gamma, 1e-12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(250, 0.853553390593)]
    [InlineData(500, 0.5)]
    [InlineData(750, 0.146446609407)]
    [InlineData(1000, 0)]
    public void The_way_is_half_a_cosine(long shown, double left) => Assert.Equal(left, Schedule.Left(shown, 1000), 1e-9);

    [Theory]
    [InlineData("anime-64")]
    [InlineData("modern-64")]
    public void Without_a_schedule_every_step_has_the_very_numbers_of_the_recipe(string preset)
    {
        var options = Tiny.Options(preset);

        Assert.All(new long[] { 1, 1000, 1_000_000 }, step => Assert.Equal(
            new StepRates
            {
                GeneratorLearningRate = options.GeneratorOptimizer.LearningRate,
                DiscriminatorLearningRate = options.DiscriminatorOptimizer.LearningRate,
                GeneratorBeta2 = options.GeneratorOptimizer.Beta2,
                DiscriminatorBeta2 = options.DiscriminatorOptimizer.Beta2,
                Gamma = options.Penalty.Gamma,
                AugmentProbability = 1,
            },
            Schedule.At(options, step)));
    }

    [Fact]
    public void A_learning_rate_drops_every_so_many_steps_for_each_network_by_itself()
    {
        var options = Tiny.Options("modern-64", ("generatorOptimizer.dropEvery", "100"), ("discriminatorOptimizer.dropEvery", "250"), ("discriminatorOptimizer.drop", "0.5"));

        Assert.Equal([4e-4, 4e-4, 8e-5, 8e-5, 1.6e-5], new long[] { 1, 100, 101, 200, 201 }.Select(step => Schedule.At(options, step).GeneratorLearningRate), Near);
        Assert.Equal([4e-4, 4e-4, 2e-4, 1e-4], new long[] { 1, 250, 251, 501 }.Select(step => Schedule.At(options, step).DiscriminatorLearningRate), Near);
    }

    [Fact]
    public void A_step_is_taken_with_the_numbers_of_that_step_and_tells_them()
    {
        var options = Tiny.Options(
            "modern-64", ("schedule.images", "40"), ("schedule.learningRate", "5e-5"), ("schedule.beta2", "0.999"), ("schedule.gamma", "0"), ("penalty.every", "10"));
        using var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);
        var step = new TrainingStep(state);

        StepValues? values = null;
        for (int i = 1; i <= 20; i++)
        {
            values = step.Run(batches.Pictures(i), batches.Latents(i), null, read: true);
            Assert.Equal(Schedule.At(options, i), values!.Rates);
            Assert.All(state.GeneratorOptimizer.ParamGroups, group => Assert.Equal(values.Rates.GeneratorLearningRate, group.LearningRate));
            Assert.All(state.DiscriminatorOptimizer.ParamGroups, group => Assert.Equal((0, values.Rates.DiscriminatorBeta2), ((Adam.ParamGroup)group).Betas));
            Assert.Equal(i % 10 == 0, values.Penalty is not null);
            Assert.Equal(i == 10, values.Penalty > 0);
        }
    }

    [Fact]
    public void The_average_forgets_half_in_its_half_life()
    {
        var ema = new EmaOptions { HalfLifeImages = 6400 };

        Assert.True(ema.Enabled);
        Assert.Equal(0.5, Math.Pow(ema.KeptBy(64), 100), 1e-12);
        Assert.Equal(0.995, new EmaOptions { Decay = 0.995 }.KeptBy(64));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_the_reason()
    {
        Assert.Equal(
            [
                "generatorOptimizer.dropEvery is -1; it must be 0 (never) or more",
                "discriminatorOptimizer.drop is 0; it must be above 0 and at most 1",
                "ema.halfLifeImages is 500 and ema.decay is 0.995, which say the same thing in two ways; set one of them to 0",
                "schedule.learningRate is 0; it must be above 0, or none",
                "schedule.beta2 is 1; it must be from 0 to below 1, or none",
                "schedule.images is 0, so nothing moves to the ends that schedule gives; set schedule.images to the pictures to move over, as 5000000",
            ],
            Tiny.Options(
                "modern-64", ("generatorOptimizer.dropEvery", "-1"), ("discriminatorOptimizer.drop", "0"), ("ema.halfLifeImages", "500"), ("schedule.learningRate", "0"), ("schedule.beta2", "1")).Validate());
        Assert.Equal(
            ["schedule.images is 7 but no end is given; set schedule.learningRate, schedule.beta2, schedule.gamma or schedule.augment, or schedule.images to 0"],
            Tiny.Options("modern-64", ("schedule.images", "7")).Validate());
        Assert.Equal(
            ["schedule.gamma is 1 but penalty.kind is none, so there is no weight to move; set penalty.kind, or schedule.gamma to none"],
            Tiny.Options("anime-64", ("schedule.images", "7"), ("schedule.gamma", "1")).Validate());
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
