namespace LatentWalk.Core.Onnx;

/// <summary>What an exported generator's <c>image</c> output holds.</summary>
public enum PixelOutput
{
    /// <summary>float32 [batch, channels, H, W] in [-1, 1].</summary>
    Floats,

    /// <summary>uint8 [batch, H, W, 4], RGBA, ready to upload.</summary>
    Rgba8,
}
