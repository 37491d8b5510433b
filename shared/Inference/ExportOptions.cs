using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>How a checkpoint's generator becomes a file.</summary>
public sealed record ExportOptions
{
    /// <summary>Which variant.</summary>
    public GraphOptions Graph { get; init; } = new();

    /// <summary>Which directions the file is to have.</summary>
    public DirectionRequest Directions { get; init; } = new();

    /// <summary>As given; never made up.</summary>
    public string? Author { get; init; }

    /// <summary>As given; never made up.</summary>
    public string? License { get; init; }
}
