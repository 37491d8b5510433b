namespace LatentWalk.Trainer.Verdicts;

/// <summary>Something a detector saw in a run, in words and as knobs to turn.</summary>
internal sealed record Finding
{
    public required FindingKind Kind { get; init; }

    /// <summary>The first step of which it is true.</summary>
    public required long Since { get; init; }

    /// <summary>One sentence with its figures.</summary>
    public required string Seen { get; init; }

    /// <summary>One sentence: why that happens, here if it can be told.</summary>
    public required string Why { get; init; }

    /// <summary>What to change, the likeliest first; never empty but for a plateau.</summary>
    public required IReadOnlyList<Knob> Knobs { get; init; }

    /// <summary>The run got over it: worth telling, not worth stopping for.</summary>
    public bool Over { get; init; }
}
