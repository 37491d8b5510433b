namespace LatentWalk.Exporter.Render;

/// <summary>How pictures are enlarged.</summary>
internal enum PictureFilter
{
    Nearest,
    Lanczos,
}
