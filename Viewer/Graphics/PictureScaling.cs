namespace LatentWalk.Viewer.Graphics;

/// <summary>How a picture fills the space it is given.</summary>
internal enum PictureScaling
{
    /// <summary>As large as fits.</summary>
    Smooth,

    /// <summary>The largest whole multiple that fits, for sharp squares; a picture that does not fit at all is reduced as in <see cref="Smooth"/>.</summary>
    Pixels,
}
