namespace LatentWalk.Trainer.Penalties;

/// <summary>The penalties by the name that config.json gives them.</summary>
internal static class Penalty
{
    public static readonly IReadOnlyList<string> Kinds = ["none", "gp", "dragan", "r1", "r1r2"];

    /// <summary>Null for <c>none</c>.</summary>
    public static IPenalty? Named(string kind) => kind switch
    {
        "none" => null,
        "gp" => new GradientPenalty(),
        "dragan" => new DraganPenalty(),
        "r1" => new R1Penalty(),
        "r1r2" => new R1R2Penalty(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Validate() lets no other name pass."),
    };
}
