using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Losses;

/// <summary>The losses by the name that config.json gives them.</summary>
internal static class Loss
{
    public static readonly IReadOnlyList<string> Kinds = ["bce", "hinge", "wgan", "relativistic"];

    public static ILoss Of(LossOptions options) => options.Kind switch
    {
        "bce" => new BceLoss(options),
        "hinge" => new HingeLoss(),
        "wgan" => new WganLoss(),
        "relativistic" => new RelativisticLoss(),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Kind, "Validate() lets no other name pass."),
    };
}
