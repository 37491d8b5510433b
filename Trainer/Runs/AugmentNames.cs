namespace LatentWalk.Trainer.Runs;

/// <summary>The names in a checkpoint of what an adaptive augmentation has found out.</summary>
internal static class AugmentNames
{
    public const string Prefix = "augment.";

    /// <summary>float32 []: the chance of each change.</summary>
    public const string Probability = Prefix + "probability";

    /// <summary>float32 []: mean signs of real logits since the chance last moved.</summary>
    public const string Signs = Prefix + "signs";
}
