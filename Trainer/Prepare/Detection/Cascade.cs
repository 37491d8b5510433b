namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>
/// A boosted cascade over multi-block local binary patterns (Liao et al. 2007) in the attentional arrangement of Viola and
/// Jones 2001: a window must pass every stage; each stage sums what its small trees say.
/// </summary>
internal sealed class Cascade
{
    /// <summary>Words of the subset of the 256 patterns that go left.</summary>
    public const int SubsetWords = 8;

    /// <summary>Side of the search window at scale 1.</summary>
    public required int WindowWidth { get; init; }

    public required int WindowHeight { get; init; }

    public required CascadeStage[] Stages { get; init; }

    /// <summary>The trees of all stages, one after the other.</summary>
    public required WeakTree[] Trees { get; init; }

    public required TreeNode[] Nodes { get; init; }

    /// <summary>Node i's patterns are words 8 i to 8 i + 7; pattern c is bit c mod 32 of word c / 32.</summary>
    public required uint[] Subsets { get; init; }

    public required float[] Leaves { get; init; }

    /// <summary>The cells of each feature: the top left one of 3 × 3 equal ones.</summary>
    public required BlockPattern[] Features { get; init; }
}
