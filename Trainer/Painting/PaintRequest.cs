namespace LatentWalk.Trainer.Painting;

/// <summary>What <c>lw paint</c> is asked for. Picture i depends on the seed and i alone: a larger set begins with the smaller one.</summary>
internal sealed record PaintRequest
{
    internal const int LargestCount = 1_000_000;
    internal const int SmallestSize = 32;
    internal const int LargestSize = 2048;

    public PaintedKind Kind { get; init; } = PaintedKind.Faces;

    public int Count { get; init; } = 2000;

    /// <summary>Side of each picture in pixels.</summary>
    public int Size { get; init; } = 64;

    public ulong Seed { get; init; }

    /// <summary>Every problem; empty when it can be painted.</summary>
    internal IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (Count is < 1 or > LargestCount)
        {
            problems.Add($"--count is {Count}; expected 1 to {LargestCount}");
        }

        if (Size is < SmallestSize or > LargestSize)
        {
            problems.Add($"--size is {Size}; expected {SmallestSize} to {LargestSize} pixels");
        }

        return problems;
    }
}
