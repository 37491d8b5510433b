namespace LatentWalk.Core.Onnx;

/// <summary>What <see cref="OnnxGraphWalk"/> keeps of a node.</summary>
internal sealed record OnnxNode(
    string Operation, List<string> Inputs, List<string> Outputs, IReadOnlyDictionary<string, OnnxAttribute> Attributes);
