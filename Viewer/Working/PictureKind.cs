namespace LatentWalk.Viewer.Working;

internal enum PictureKind
{
    /// <summary>The face of one latent.</summary>
    Face,

    /// <summary>The faces of a grid, in one picture.</summary>
    Sheet,
}
