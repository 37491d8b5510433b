namespace LatentWalk.Trainer.Prepare.Truth;

/// <summary>What a person says of one picture.</summary>
/// <param name="Reason">Why it should go; null when it should stay, or nothing is said.</param>
internal sealed record Verdict(bool Keep, string? Reason);
