namespace LatentWalk.Viewer.Graphics;

/// <summary>How a screen pixel's colour comes from the picture; the values are the shader's.</summary>
internal enum PictureFilter
{
    Nearest = 0,
    Bicubic = 1,
    Area = 2,
}
