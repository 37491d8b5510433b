namespace LatentWalk.Core.Onnx;

/// <summary>What <see cref="OnnxGuard"/> saw in a file on its way through.</summary>
public sealed record OnnxSummary
{
    public required long IrVersion { get; init; }

    public required long Opset { get; init; }

    public required string Producer { get; init; }

    /// <summary>Inputs that the caller gives; constants listed as inputs, as old exporters do, are not among them.</summary>
    public required IReadOnlyList<OnnxValue> Inputs { get; init; }

    public required IReadOnlyList<OnnxValue> Outputs { get; init; }

    /// <summary>How often each operator occurs, by name.</summary>
    public required IReadOnlyDictionary<string, int> Operators { get; init; }

    /// <summary>Values in all constants.</summary>
    public required long Parameters { get; init; }

    /// <summary>metadata_props.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
