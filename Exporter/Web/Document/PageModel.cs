namespace LatentWalk.Exporter.Web.Document;

/// <summary>The generator's file, and what a saved picture remembers of it.</summary>
internal sealed record PageModel
{
    public required string File { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    public long? Step { get; init; }

    public string? Checkpoint { get; init; }

    public string? Weights { get; init; }
}
