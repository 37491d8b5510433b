namespace LatentWalk.Viewer.Graphics;

/// <summary>What <see cref="ScaledPicture"/> computes for each of its pixels.</summary>
internal enum ScaleKind
{
    Bicubic,
    Edges,
    Area,
}
