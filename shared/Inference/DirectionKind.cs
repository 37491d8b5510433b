namespace LatentWalk.Inference;

/// <summary>How the directions of a generator file are found.</summary>
public enum DirectionKind
{
    /// <summary>The best that the file and the time of an export allow.</summary>
    Auto,

    /// <summary>What the first layer amplifies most: closed form, from the weights alone.</summary>
    Sefa,

    /// <summary>What the generator's pictures differ in most: principal components of what it makes, taken back to the latent.</summary>
    Pca,

    /// <summary>What tells one class of the training pictures from the others.</summary>
    Labels,

    None,
}
