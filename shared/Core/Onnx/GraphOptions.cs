namespace LatentWalk.Core.Onnx;

/// <summary>How a generator is written as a graph; what it computes is in its spec and weights alone.</summary>
public sealed record GraphOptions
{
    public PixelOutput Pixels { get; init; } = PixelOutput.Floats;
}
