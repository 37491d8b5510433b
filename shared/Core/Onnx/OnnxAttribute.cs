namespace LatentWalk.Core.Onnx;

/// <summary>What <see cref="OnnxAttributeWalk"/> keeps of an attribute: enough to know what sizes a node makes.</summary>
internal sealed record OnnxAttribute
{
    public required string Name { get; init; }

    /// <summary>Of a number or a list of them, whole or not; null where there are none or too many to keep.</summary>
    public double[]? Numbers { get; init; }

    /// <summary>Numbers in it, kept or not.</summary>
    public long Count { get; init; }

    public string? Text { get; init; }

    public OnnxTensor? Tensor { get; init; }

    public bool IsList { get; init; }

    public bool IsFloat { get; init; }
}
