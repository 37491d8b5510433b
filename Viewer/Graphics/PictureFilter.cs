namespace LatentWalk.Viewer.Graphics;

/// <summary>How a screen pixel's colour comes from the picture.</summary>
internal enum PictureFilter
{
    Nearest,
    Bicubic,
    Area,
}
