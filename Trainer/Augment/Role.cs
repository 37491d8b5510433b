namespace LatentWalk.Trainer.Augment;

/// <summary>The batches that the discriminator sees in one step; each is changed by draws of its own.</summary>
internal enum Role
{
    /// <summary>Real pictures, when the discriminator learns.</summary>
    Real,

    /// <summary>Generated ones, when the discriminator learns.</summary>
    Fake,

    /// <summary>Generated ones, when the generator learns.</summary>
    Generated,

    /// <summary>Real pictures that generated ones are compared with, when the generator learns.</summary>
    Paired,
}
