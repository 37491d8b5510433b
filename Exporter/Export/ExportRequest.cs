using LatentWalk.Core.Onnx;

namespace LatentWalk.Exporter.Export;

/// <summary>What the user asked to be written.</summary>
internal sealed record ExportRequest
{
    public required string Source { get; init; }

    public required string Output { get; init; }

    public WeightSet Weights { get; init; } = WeightSet.Ema;

    public PixelOutput Pixels { get; init; } = PixelOutput.Floats;

    /// <summary>As given; never made up.</summary>
    public string? Author { get; init; }

    /// <summary>As given; never made up.</summary>
    public string? License { get; init; }
}
