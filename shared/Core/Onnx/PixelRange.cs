namespace LatentWalk.Core.Onnx;

/// <summary>What the numbers of an image output mean.</summary>
public enum PixelRange
{
    /// <summary>[-1, 1].</summary>
    SignedUnit,

    /// <summary>[0, 1].</summary>
    Unit,

    /// <summary>[0, 255].</summary>
    Levels,
}
