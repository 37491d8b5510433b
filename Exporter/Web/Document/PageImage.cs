namespace LatentWalk.Exporter.Web.Document;

/// <summary>The generator's output.</summary>
internal sealed record PageImage
{
    public required string Output { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Channels { get; init; }

    /// <summary>"planar" or "interleaved".</summary>
    public required string Order { get; init; }

    /// <summary>"signed" ([-1, 1]), "unit" ([0, 1]) or "levels" (bytes).</summary>
    public required string Range { get; init; }

    /// <summary>Where the file fixes the number of pictures.</summary>
    public int? Batch { get; init; }
}
