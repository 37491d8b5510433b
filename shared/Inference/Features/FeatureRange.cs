namespace LatentWalk.Inference.Features;

/// <summary>What a feature network takes black and white for.</summary>
public enum FeatureRange
{
    /// <summary>-1 to 1: as this project's pictures, and most Inception networks.</summary>
    Centred,

    /// <summary>0 to 1.</summary>
    Unit,

    /// <summary>0 to 255.</summary>
    Levels,

    /// <summary>0 to 1, less the mean of ImageNet's colours, over their deviation: torchvision's networks.</summary>
    ImageNet,
}
