namespace LatentWalk.Core.Onnx;

/// <summary>How a generator is written as a graph; what it computes is in its spec and weights alone.</summary>
public sealed record GraphOptions
{
    public PixelOutput Pixels { get; init; } = PixelOutput.Floats;

    public Precision Precision { get; init; } = Precision.Full;

    public Upsample Upsample { get; init; } = Upsample.Transposed;

    /// <summary>Such as "fp16, rgba8, resize".</summary>
    public override string ToString() => $"{VariantNames.Of(Precision)}, {VariantNames.Of(Pixels)}, {VariantNames.Of(Upsample)}";
}
