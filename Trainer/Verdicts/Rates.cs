using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Verdicts;

/// <summary>Knobs that several findings turn, with values from the run's own.</summary>
internal static class Rates
{
    /// <summary>Above this a learning rate is beyond any that these networks were seen to learn with: more than twice that of the fastest preset.</summary>
    public const double Usual = 2e-3;

    /// <summary>The lowest and the highest that a preset begins with.</summary>
    public static (double Lowest, double Highest) OfPresets { get; } = (
        Presets.All.Min(preset => Math.Min(Generator(preset), Discriminator(preset))),
        Presets.All.Max(preset => Math.Max(Generator(preset), Discriminator(preset))));

    /// <summary>As it counts now, with what guards have made of it.</summary>
    public static double Generator(TrainingOptions options) => options.GeneratorOptimizer.LearningRate * options.Guards.GeneratorRate;

    /// <inheritdoc cref="Generator"/>
    public static double Discriminator(TrainingOptions options) => options.DiscriminatorOptimizer.LearningRate * options.Guards.DiscriminatorRate;

    /// <summary>In the run as it stands: multiplies the discriminator's rate by a factor.</summary>
    public static Knob TurnDiscriminator(TrainingOptions options, double factor) => new(
        "guards.discriminatorRate", options.Guards.DiscriminatorRate * factor, $"multiplies the discriminator's learning rate by {factor:0.##}, in this run from its newest checkpoint on");

    /// <inheritdoc cref="TurnDiscriminator"/>
    public static Knob TurnGenerator(TrainingOptions options, double factor) => new(
        "guards.generatorRate", options.Guards.GeneratorRate * factor, $"multiplies the generator's learning rate by {factor:0.##}, in this run from its newest checkpoint on");

    /// <summary>What keeps a discriminator from winning outright: what this run lacks of it.</summary>
    public static IEnumerable<Knob> AgainstStrongDiscriminator(TrainingOptions options)
    {
        if (options.Discriminator.Width >= 2 * options.Generator.Width)
        {
            yield return new Knob("discriminator.width", options.Generator.Width, "makes both networks equally wide");
        }

        if (options.Penalty.Kind == "none")
        {
            yield return new Knob("preset", "modern-64", "has a loss and a penalty that a strong discriminator does not spoil");
        }

        yield return TurnDiscriminator(options, 0.5);
        if (options.Loss is { Kind: "bce", LabelNoise: 0 })
        {
            yield return new Knob("loss.labelNoise", "0.3", "keeps the discriminator from being certain");
        }

        if (options.Discriminator.Dropout == 0 && options.Penalty.Kind == "none")
        {
            yield return new Knob("discriminator.dropout", "0.3", "makes the discriminator look at all of a picture");
        }
    }
}
