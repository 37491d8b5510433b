namespace LatentWalk.Exporter.Web.Document;

/// <summary>A direction to fly along.</summary>
internal sealed record PageDirection
{
    public required string Name { get; init; }

    /// <summary>Little-endian float32 in Base64, unit length.</summary>
    public required string Vector { get; init; }

    public required float ExplainedVariance { get; init; }

    /// <summary>How fast to fly along it, so that the picture changes equally fast along all.</summary>
    public required float Gain { get; init; }
}
