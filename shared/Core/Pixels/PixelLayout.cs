namespace LatentWalk.Core.Pixels;

/// <summary>The form of one float picture.</summary>
/// <param name="Channels">1 (grey), 3 (RGB) or 4 (RGBA).</param>
public readonly record struct PixelLayout(ChannelOrder Order, int Channels, ValueRange Range)
{
    /// <summary>[3, H, W] in [-1, 1].</summary>
    public static PixelLayout Standard => new(ChannelOrder.Planar, 3, ValueRange.SignedUnit);
}
