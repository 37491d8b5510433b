namespace LatentWalk.Imaging.Animations;

/// <summary>The animations that are written, each in one file.</summary>
public enum AnimationFormat
{
    /// <summary>Animated WebP: every pixel as it is, or smaller with a loss.</summary>
    Webp,

    /// <summary>Animated PNG: every pixel as it is.</summary>
    Apng,

    /// <summary>At most 256 colours a frame, and a pixel is there or not.</summary>
    Gif,
}
