namespace LatentWalk.Core.Pixels;

/// <summary>How the channels of a picture lie in memory.</summary>
public enum ChannelOrder
{
    /// <summary>[C, H, W]: one plane after the other.</summary>
    Planar,

    /// <summary>[H, W, C]: the channels of a pixel side by side.</summary>
    Interleaved,
}
