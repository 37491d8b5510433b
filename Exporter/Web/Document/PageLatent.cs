namespace LatentWalk.Exporter.Web.Document;

/// <summary>The generator's inputs.</summary>
internal sealed record PageLatent
{
    public required string Input { get; init; }

    public required int Zdim { get; init; }

    /// <summary>2 for [N, zdim], 4 for [N, zdim, 1, 1].</summary>
    public required int Rank { get; init; }

    /// <summary>The class input's name; null without one.</summary>
    public string? Condition { get; init; }

    public required int Classes { get; init; }

    public required IReadOnlyList<string> ClassNames { get; init; }

    public required float Truncation { get; init; }
}
