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

    /// <summary>What the outputs are in one run of one latent (of the batch that the file fixes), worked out from the graph: shape by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<long>> MadeOutputs { get; init; }

    /// <summary>The most memory that the tensors of such a run take at one time.</summary>
    public required long RunBytes { get; init; }

    /// <summary>How often each operator occurs, by name.</summary>
    public required IReadOnlyDictionary<string, int> Operators { get; init; }

    /// <summary>Values in all constants.</summary>
    public required long Parameters { get; init; }

    /// <summary>metadata_props.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
