namespace LatentWalk.Viewer.Graphics;

/// <summary>How the pixels of a (scaled) texture come to the screen.</summary>
internal enum PictureFinish
{
    /// <summary>The one texel under the pixel.</summary>
    Exact,

    /// <summary>Bilinear.</summary>
    Smooth,

    /// <summary>As an old television shows it.</summary>
    Tube,
}
