namespace LatentWalk.Trainer.Losses;

/// <summary>The losses by the name that config.json gives them.</summary>
internal static class Loss
{
    public static readonly IReadOnlyList<string> Kinds = ["bce", "hinge", "wgan", "relativistic"];

    public static ILoss Named(string kind) => kind switch
    {
        "bce" => new BceLoss(),
        "hinge" => new HingeLoss(),
        "wgan" => new WganLoss(),
        "relativistic" => new RelativisticLoss(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Validate() lets no other name pass."),
    };
}
