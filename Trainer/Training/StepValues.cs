namespace LatentWalk.Trainer.Training;

/// <summary>What one step looked like; read from the device, so only on log ticks.</summary>
internal sealed record StepValues
{
    /// <summary>The numbers that the step was taken with.</summary>
    public required StepRates Rates { get; init; }

    /// <summary>The chance of each change of what the discriminator sees; null without augmentation.</summary>
    public double? Augmentation { get; init; }

    public required double DiscriminatorLoss { get; init; }

    public required double GeneratorLoss { get; init; }

    /// <summary>Weighted as it was added to the loss; null on steps that take none.</summary>
    public required double? Penalty { get; init; }

    /// <summary>Share of the real batch that the discriminator told right.</summary>
    public required double RealAccuracy { get; init; }

    /// <summary>Share of the generated batch that the discriminator told right.</summary>
    public required double FakeAccuracy { get; init; }

    /// <summary>Share of the generated batch in which the discriminator sees the class that was asked for; null without classes.</summary>
    public double? ClassAccuracy { get; init; }

    public required double DiscriminatorGradientNorm { get; init; }

    public required double GeneratorGradientNorm { get; init; }

    /// <summary>The first value that is not a finite number, by name; null when all are.</summary>
    public string? NotFinite() => this switch
    {
        _ when !double.IsFinite(DiscriminatorLoss) => $"the discriminator's loss is {DiscriminatorLoss}",
        _ when !double.IsFinite(GeneratorLoss) => $"the generator's loss is {GeneratorLoss}",
        { Penalty: { } penalty } when !double.IsFinite(penalty) => $"the gradient penalty is {penalty}",
        _ when !double.IsFinite(DiscriminatorGradientNorm) => $"the discriminator's gradient norm is {DiscriminatorGradientNorm}",
        _ when !double.IsFinite(GeneratorGradientNorm) => $"the generator's gradient norm is {GeneratorGradientNorm}",
        _ => null,
    };
}
