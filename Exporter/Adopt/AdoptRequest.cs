using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Directions;

namespace LatentWalk.Exporter.Adopt;

/// <summary>What the user asked to be adopted, and what only they can know about it.</summary>
internal sealed record AdoptRequest
{
    public required string Source { get; init; }

    public required string Output { get; init; }

    /// <summary>Of a file of weights alone: what network they belong to. Null for a generator file.</summary>
    public string? Architecture { get; init; }

    /// <summary>Of a file of weights alone: the slope of its activations below zero, which weights do not tell.</summary>
    public float LeakySlope { get; init; }

    /// <summary>Null to find out by running it.</summary>
    public PixelRange? Range { get; init; }

    public string? Author { get; init; }

    public string? License { get; init; }

    /// <summary>Null for what the file says, or 1.</summary>
    public float? Truncation { get; init; }

    /// <summary>Null for what the file says, or none.</summary>
    public IReadOnlyList<ulong>? Seeds { get; init; }

    public DirectionChoice Directions { get; init; } = new();
}
