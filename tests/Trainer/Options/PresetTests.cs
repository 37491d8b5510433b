using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Options;
using Xunit;

namespace LatentWalk.Trainer.Tests.Options;

public sealed class PresetTests
{
    [Fact]
    public void Anime_64_is_the_recipe_of_the_article()
    {
        var options = Presets.Named("anime-64");

        Assert.Equal(
            new GeneratorSpec { Network = "dcgan", ZDim = 100, Resolution = 64, Channels = 3, Width = 64, BatchNorm = true, LeakySlope = 0, Tanh = true, BatchNormEpsilon = 1e-5 },
            options.Generator);
        Assert.Equal(
            new DiscriminatorSpec { Network = "dcgan", Resolution = 64, Channels = 3, Width = 64, BatchNorm = true, LeakySlope = 0.2f, Dropout = 0, BatchNormEpsilon = 1e-5 },
            options.Discriminator);
        Assert.Equal([512, 256, 128, 64, 3], Enumerable.Range(1, 5).Select(options.Generator.OutputChannels));
        Assert.Equal([64, 128, 256, 512], Enumerable.Range(1, 4).Select(options.Discriminator.OutputChannels));
        var adam = new AdamOptions { LearningRate = 1.5e-4, Beta1 = 0.5, Beta2 = 0.999, Epsilon = 1e-8 };
        Assert.Equal((adam, adam), (options.GeneratorOptimizer, options.DiscriminatorOptimizer));
        Assert.Equal((64, "bce", "none", 0.0), (options.Batch, options.Loss.Kind, options.Penalty.Kind, options.Ema.Decay));
        Assert.Equal([200, 600, 1000, 2000, 4000, 20000], options.Output.SampleSteps);
    }

    [Fact]
    public void Modern_64_is_the_recipe_that_learns_in_minutes()
    {
        var options = Presets.Named("modern-64");

        Assert.Equal(Presets.Anime64.Generator with { Width = 32, LeakySlope = 0.2f, Tanh = false }, options.Generator);
        Assert.Equal(Presets.Anime64.Discriminator with { BatchNorm = false, Width = 32 }, options.Discriminator);
        var adam = new AdamOptions { LearningRate = 4e-4, Beta1 = 0, Beta2 = 0.99, Epsilon = 1e-8 };
        Assert.Equal((adam, adam), (options.GeneratorOptimizer, options.DiscriminatorOptimizer));
        Assert.Equal(new PenaltyOptions { Kind = "r1r2", Gamma = 8, Every = 8 }, options.Penalty);
        Assert.Equal((32, "relativistic", 0.995), (options.Batch, options.Loss.Kind, options.Ema.Decay));
    }

    [Fact]
    public void Dragan_64_has_the_networks_of_modern_64_and_its_own_loss_and_penalty() => Assert.Equal(
        Presets.Modern64 with { Preset = "dragan-64", Loss = new LossOptions { Kind = "bce" }, Penalty = new PenaltyOptions { Kind = "dragan", Gamma = 1, Every = 1 } },
        Presets.Named("dragan-64"));

    [Fact]
    public void Mecha_128_is_the_recipe_of_the_giant_robots()
    {
        var options = Presets.Named("mecha-128");

        Assert.Equal([512, 256, 128, 64, 32, 3], Enumerable.Range(1, 6).Select(options.Generator.OutputChannels));
        Assert.Equal([32, 64, 128, 256, 512], Enumerable.Range(1, 5).Select(options.Discriminator.OutputChannels));
        Assert.Equal((128, 128, "bce", "none"), (options.Generator.Resolution, options.Discriminator.Resolution, options.Loss.Kind, options.Penalty.Kind));
        Assert.NotEqual(options.GeneratorOptimizer.LearningRate, options.DiscriminatorOptimizer.LearningRate);
        Assert.True(options.Loss.LabelNoise > 0 && options.Discriminator.Dropout > 0);
        Assert.Equal(("pad", true, 10), (options.Data.Fit, options.Data.Mirror, options.Output.RandomEvery));
    }

    [Theory]
    [InlineData("residual-64", 64, 32, 8)]
    [InlineData("residual-128", 128, 32, 32)]
    [InlineData("residual-256", 256, 16, 128)]
    public void The_residual_presets_are_r3gans_recipe_at_a_size_that_can_be_had(string name, int side, int batch, double gamma)
    {
        var options = Presets.Named(name);

        Assert.All([options.Generator.Network, options.Discriminator.Network], network => Assert.Equal("residual", network));
        Assert.Equal((side, side, batch, 64), (options.Generator.Resolution, options.Discriminator.Resolution, options.Batch, options.Generator.ZDim));
        Assert.False(options.Generator.BatchNorm || options.Discriminator.BatchNorm || options.Generator.Tanh);
        var adam = new AdamOptions { LearningRate = 8e-4, Beta1 = 0, Beta2 = 0.9, Epsilon = 1e-8 };
        Assert.Equal((adam, adam), (options.GeneratorOptimizer, options.DiscriminatorOptimizer));
        Assert.Equal(("relativistic", new PenaltyOptions { Kind = "r1r2", Gamma = gamma, Every = 8 }), (options.Loss.Kind, options.Penalty));
        Assert.Equal((5e-5, 0.99, gamma / 2, 0.3), (options.Schedule.LearningRate, options.Schedule.Beta2, options.Schedule.Gamma, options.Schedule.Augment));
        Assert.Equal(("diffaugment", 0, 500_000), (options.Augment.Kind, options.Augment.Probability, options.Ema.HalfLifeImages));
    }

    [Theory]
    [InlineData("sharp-64", 64, 32, 8e-4, 8)]
    [InlineData("sharp-128", 128, 64, 4e-4, 2)]
    [InlineData("sharp-256", 256, 32, 4e-4, 8)]
    public void The_sharp_presets_repeat_pixels_and_calm_down(string name, int side, int batch, double rate, double gamma)
    {
        var options = Presets.Named(name);

        Assert.Equal(("skip", "dcgan"), (options.Generator.Network, options.Discriminator.Network));
        Assert.Equal((true, 16), (options.Generator.GateAll, options.Generator.Palette));
        Assert.Equal((side, side, batch), (options.Generator.Resolution, options.Discriminator.Resolution, options.Batch));
        var adam = new AdamOptions { LearningRate = rate, Beta1 = 0, Beta2 = 0.99, Epsilon = 1e-8 };
        Assert.Equal((adam, adam), (options.GeneratorOptimizer, options.DiscriminatorOptimizer));
        Assert.Equal(("relativistic", new PenaltyOptions { Kind = "r1r2", Gamma = gamma, Every = 8 }), (options.Loss.Kind, options.Penalty));
        Assert.Equal((2e-5, gamma / 2, 0.3), (options.Schedule.LearningRate, options.Schedule.Gamma, options.Schedule.Augment));
        Assert.Equal(("diffaugment", 0, false), (options.Augment.Kind, options.Augment.Probability, options.Augment.Colour));
    }

    [Fact]
    public void A_preset_moves_its_values_over_its_whole_run() =>
        Assert.All(Presets.All.Where(preset => preset.Schedule.Enabled), preset => Assert.Equal(preset.Steps * preset.Batch, preset.Schedule.Images));

    [Fact]
    public void Modern_128_is_modern_64_with_one_layer_more()
    {
        var options = Presets.Named("modern-128");

        Assert.Equal(Presets.Modern64 with { Preset = "modern-128", Generator = options.Generator, Discriminator = options.Discriminator, Penalty = options.Penalty }, options);
        Assert.Equal([512, 256, 128, 64, 32, 3], Enumerable.Range(1, 6).Select(options.Generator.OutputChannels));
        Assert.Equal([16, 32, 64, 128, 256], Enumerable.Range(1, 5).Select(options.Discriminator.OutputChannels));
    }

    [Fact]
    public void Every_preset_makes_sense() => Assert.All(Presets.All, preset => Assert.Empty(preset.Validate()));

    [Fact]
    public void An_unknown_preset_is_answered_with_those_that_there_are()
    {
        var error = Assert.Throws<UsageException>(() => Presets.Named("anime-65"));

        Assert.Equal($"there is no preset 'anime-65'. Presets: {string.Join(", ", Presets.All.Select(preset => preset.Preset))}.", error.Message);
    }
}
