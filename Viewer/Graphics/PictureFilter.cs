namespace LatentWalk.Viewer.Graphics;

/// <summary>How an enlarged picture looks; the user's choice. A reduced one is always averaged.</summary>
internal enum PictureFilter
{
    /// <summary>Smooth: Catmull-Rom.</summary>
    Bicubic,

    /// <summary>Outlines are followed at any angle and stay crisp, flat areas stay flat.</summary>
    Edges,

    /// <summary>Every pixel a sharp square, at a whole multiple of its size.</summary>
    Nearest,

    /// <summary>An old television: scanlines, a colour mask, a slightly curved glass.</summary>
    Crt,
}
