namespace LatentWalk.Trainer.Training;

/// <summary>The numbers of a recipe that may differ from step to step.</summary>
internal sealed record StepRates
{
    public required double GeneratorLearningRate { get; init; }

    public required double DiscriminatorLearningRate { get; init; }

    /// <summary>Of the generator's Adam.</summary>
    public required double GeneratorBeta2 { get; init; }

    /// <summary>Of the discriminator's Adam.</summary>
    public required double DiscriminatorBeta2 { get; init; }

    /// <summary>Weight of the gradient penalty.</summary>
    public required double Gamma { get; init; }

    /// <summary>The chance of each change of a picture that the discriminator sees; the starting one where it adapts.</summary>
    public required double AugmentProbability { get; init; }
}
