using LatentWalk.Core.Checkpoints;
using LatentWalk.Exporter.Triton;
using LatentWalk.Exporter.Directions;
using LatentWalk.Exporter.Web;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Export;

/// <summary>What the user asked to be written.</summary>
internal sealed record ExportRequest
{
    public required string Source { get; init; }

    /// <summary>The generator file; null where only a page or a repository is asked for.</summary>
    public string? Output { get; init; }

    /// <summary>Whether a model card and a sheet of pictures are written beside the generator file.</summary>
    public bool Card { get; init; }

    /// <summary>Null for no page.</summary>
    public WebPageRequest? Web { get; init; }

    /// <summary>Null for no repository.</summary>
    public TritonRequest? Triton { get; init; }

    /// <summary>Null for the better one that there is.</summary>
    public WeightSet? Weights { get; init; }

    public DirectionChoice Directions { get; init; } = new();

    public ExportOptions Options { get; init; } = new();
}
