namespace LatentWalk.Trainer.Verdicts;

/// <summary>What can be wrong with a run, or worth saying of it. In order: of two that hold, the earlier one explains more.</summary>
internal enum FindingKind
{
    /// <summary>Numbers were not finite, or losses grew beyond all bounds.</summary>
    Diverged,

    /// <summary>The discriminator calls real pictures drawn and gets a low loss for it: it is taught the wrong way round.</summary>
    LabelsSwapped,

    /// <summary>The discriminator does not learn: the generator fools it more and more and gets no better.</summary>
    DiscriminatorStuck,

    /// <summary>The generator's pictures stay as they are.</summary>
    GeneratorStuck,

    /// <summary>One picture, or a few, for every latent.</summary>
    Collapsed,

    /// <summary>The discriminator tells all pictures apart without effort, and the generator learns nothing from it.</summary>
    DiscriminatorWins,

    /// <summary>What was learned is being lost.</summary>
    Unstable,

    /// <summary>Real pictures are drawn by heart.</summary>
    Memorising,

    /// <summary>No better than some time ago.</summary>
    Plateau,
}
