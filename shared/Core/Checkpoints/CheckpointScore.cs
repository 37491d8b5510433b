namespace LatentWalk.Core.Checkpoints;

/// <summary>How good the generator of a checkpoint is.</summary>
/// <param name="Metric">Which measure; values of another one cannot be compared.</param>
/// <param name="Value">The lower the better.</param>
public sealed record CheckpointScore(string Metric, double Value)
{
    /// <summary>Whether this is the better one; the first of its metric always is, one that is not a number never.</summary>
    public bool Beats(CheckpointScore? other) =>
        double.IsFinite(Value) && (other is null || other.Metric != Metric || Value < other.Value);
}
