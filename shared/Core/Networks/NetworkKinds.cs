namespace LatentWalk.Core.Networks;

/// <summary>The kinds of networks by the name that files and options give them.</summary>
public static class NetworkKinds
{
    /// <summary>Radford et al. 2016: a stack of (transposed) convolutions 4×4.</summary>
    public const string Dcgan = "dcgan";

    /// <summary>Huang et al. 2024: residual blocks of grouped convolutions between bilinear resamplings, without normalisation.</summary>
    public const string Residual = "residual";

    /// <summary>Liu et al. 2021: low resolutions gate the channels of high ones; the discriminator's features are also drawn from.</summary>
    public const string Skip = "skip";

    public static IReadOnlyList<string> All { get; } = [Dcgan, Residual, Skip];
}
