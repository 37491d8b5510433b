namespace LatentWalk.Viewer.Graphics;

/// <summary>How a picture fills the space it is given.</summary>
internal enum PictureScaling
{
    /// <summary>As large as fits: bicubic when enlarged, averaged over the area of a pixel when reduced.</summary>
    Smooth,

    /// <summary>The largest whole multiple that fits, every picture pixel a sharp square; a picture that does not fit at all is reduced as in <see cref="Smooth"/>.</summary>
    Pixels,
}
