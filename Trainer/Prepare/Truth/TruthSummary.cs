namespace LatentWalk.Trainer.Prepare.Truth;

/// <summary>What was kept, held against what a person says should be kept.</summary>
internal sealed record TruthSummary
{
    /// <summary>Reason of those that the truth gives none for.</summary>
    public const string NoReason = "unsaid";

    public required string File { get; init; }

    /// <summary>Candidates that the truth names.</summary>
    public required int Known { get; init; }

    /// <summary>Candidates that it does not name; they count nowhere.</summary>
    public required int Unknown { get; init; }

    /// <summary>Names in it without a picture.</summary>
    public required int Absent { get; init; }

    /// <summary>That should be kept.</summary>
    public required int Good { get; init; }

    /// <summary>Should be kept, and were.</summary>
    public required int GoodKept { get; init; }

    /// <summary>Should go, and were kept.</summary>
    public required int BadKept { get; init; }

    /// <summary>Of what was kept, the part that should be.</summary>
    public double? Precision => GoodKept + BadKept == 0 ? null : (double)GoodKept / (GoodKept + BadKept);

    /// <summary>Of what should be kept, the part that was.</summary>
    public double? Recall => Good == 0 ? null : (double)GoodKept / Good;

    /// <summary>By step.</summary>
    public required IReadOnlyDictionary<string, FilterTruth> Filters { get; init; }

    /// <summary>By reason, as the truth words it.</summary>
    public required IReadOnlyDictionary<string, ReasonTruth> Reasons { get; init; }
}
