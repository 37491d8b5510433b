namespace LatentWalk.Trainer.Collect;

/// <summary>What came of it, earlier runs included, for people and scripts.</summary>
internal sealed record CollectSummary
{
    public string Kind { get; } = "collection";

    public required string Folder { get; init; }

    /// <summary>One JSON line for every address.</summary>
    public required string Sources { get; init; }

    /// <summary>In the folder.</summary>
    public required int Pictures { get; init; }

    /// <summary>Of those, in this run.</summary>
    public required int NewPictures { get; init; }

    /// <summary>That were read.</summary>
    public required int Pages { get; init; }

    /// <summary>Of those, whose pictures were wanted.</summary>
    public required int PagesWanted { get; init; }

    /// <summary>Of pages and pictures.</summary>
    public required long Bytes { get; init; }

    /// <summary>Pages without wanted pictures, by reason.</summary>
    public required IReadOnlyDictionary<string, int> RefusedPages { get; init; }

    public required IReadOnlyDictionary<string, int> RefusedPictures { get; init; }

    /// <summary>Pages and pictures that the next run tries again.</summary>
    public required int Failed { get; init; }

    /// <summary>A limit that ended the run before all was done, in words; null when all is done.</summary>
    public required string? Limit { get; init; }
}
