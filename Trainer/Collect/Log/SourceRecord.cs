using System.Text.Json.Serialization;

namespace LatentWalk.Trainer.Collect.Log;

/// <summary>One line of <c>sources.jsonl</c>: what became of one address, and all that a later run needs so as not to ask for it again.</summary>
internal sealed record SourceRecord
{
    [JsonRequired]
    public SourceKind Kind { get; init; }

    [JsonRequired]
    public required string Address { get; init; }

    /// <summary>The page that names it; null for start pages.</summary>
    public string? Page { get; init; }

    /// <summary>Where redirects led.</summary>
    public string? Final { get; init; }

    [JsonRequired]
    public SourceOutcome Outcome { get; init; }

    /// <summary>One word for scripts; null when it was kept.</summary>
    public Why? Why { get; init; }

    /// <summary>A sentence for people.</summary>
    public string? Reason { get; init; }

    /// <summary>Of the last HTTP answer.</summary>
    public int? Status { get; init; }

    /// <summary>What the server calls it.</summary>
    public string? Type { get; init; }

    public long? Bytes { get; init; }

    /// <summary>Of the body, lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of a picture: its name in the folder; of a duplicate, that of the one that was kept.</summary>
    public string? File { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>Of a page: the addresses to go on to.</summary>
    public IReadOnlyList<string>? Links { get; init; }

    /// <summary>Of a page: the addresses of its pictures, when they are wanted.</summary>
    public IReadOnlyList<string>? Pictures { get; init; }

    /// <summary>Of a page: links that were left alone, to other hosts or against the pattern.</summary>
    public int? Outside { get; init; }

    public DateTimeOffset? At { get; init; }
}
