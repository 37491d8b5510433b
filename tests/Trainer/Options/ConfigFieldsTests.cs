using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Options;
using Xunit;

namespace LatentWalk.Trainer.Tests.Options;

public sealed class ConfigFieldsTests
{
    [Fact]
    public void A_field_of_every_kind_can_be_set_by_its_path()
    {
        var options = ConfigFields.With(
            Presets.Modern64,
            [("generator.width", "32"), ("penalty.gamma", "1e-1"), ("generator.tanh", "true"), ("loss.kind", "bce"), ("output.sampleSteps", "5, 10"), ("generator.leakySlope", "0"), ("generator.depth", "2")]);

        Assert.Equal((32, 0.1, true, "bce", 0f), (options.Generator.Width, options.Penalty.Gamma, options.Generator.Tanh, options.Loss.Kind, options.Generator.LeakySlope));
        Assert.Equal([5, 10], options.Output.SampleSteps);
        Assert.Equal((2, 0), (options.Generator.Depth, options.Discriminator.Depth));
    }

    [Fact]
    public void Setting_every_field_to_what_it_is_changes_nothing()
    {
        var all = ConfigFields.Of(Presets.Modern64).Where(field => field.Key != "output.sampleSteps").Select(field => (field.Key, field.Value));

        Assert.Equal(TrainingOptionsJson.Serialize(Presets.Modern64), TrainingOptionsJson.Serialize(ConfigFields.With(Presets.Modern64, all)));
    }

    [Theory]
    [InlineData("generator.wdth", "32", "there is no field 'generator.wdth' in the configuration. See 'train --help' for those that there are.")]
    [InlineData("generator", "32", "there is no field 'generator' in the configuration. See 'train --help' for those that there are.")]
    [InlineData("generator.classes", "3", "there is no field 'generator.classes' in the configuration. See 'train --help' for those that there are.")]
    [InlineData("nothing.width", "32", "there is no field 'nothing.width' in the configuration. See 'train --help' for those that there are.")]
    [InlineData("generator.width", "wide", "--generator.width is 'wide'; it must be a number.")]
    [InlineData("generator.tanh", "yes", "--generator.tanh is 'yes'; it must be true or false.")]
    [InlineData("penalty.gamma", "NaN", "--penalty.gamma is 'NaN'; it must be a number.")]
    public void A_field_or_value_that_does_not_fit_is_named(string path, string value, string expected)
    {
        var error = Assert.Throws<UsageException>(() => ConfigFields.With(Presets.Modern64, [(path, value)]));

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public void A_field_that_may_be_left_open_takes_a_number_or_none()
    {
        var options = ConfigFields.With(Presets.Modern64, [("schedule.beta2", "0.999")]);

        Assert.Equal("none", ConfigFields.Of(Presets.Modern64)["schedule.beta2"]);
        Assert.Equal(0.999, options.Schedule.Beta2);
        Assert.Null(ConfigFields.With(options, [("schedule.beta2", "none")]).Schedule.Beta2);
        Assert.Throws<UsageException>(() => ConfigFields.With(options, [("batch", "none")]));
    }

    [Fact]
    public void A_fraction_for_a_whole_number_is_named_by_its_path()
    {
        var error = Assert.Throws<UsageException>(() => ConfigFields.With(Presets.Modern64, [("batch", "6.5")]));

        Assert.Contains("$.batch", error.Message, StringComparison.Ordinal);
    }
}
