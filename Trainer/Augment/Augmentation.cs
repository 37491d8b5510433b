using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Augment;

/// <summary>The augmentations by the name that config.json gives them.</summary>
internal static class Augmentation
{
    public static readonly IReadOnlyList<string> Kinds = ["none", "diffaugment", "ada"];

    /// <param name="side">Of the pictures.</param>
    /// <returns>Null for <c>none</c>.</returns>
    public static IAugmentation? Of(AugmentOptions options, int side) => options.Kind switch
    {
        "none" => null,
        "diffaugment" => new DiffAugment(options, side),
        "ada" => new AdaptiveAugment(side),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Kind, "Validate() lets no other name pass."),
    };
}
