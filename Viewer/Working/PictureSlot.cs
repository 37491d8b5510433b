namespace LatentWalk.Viewer.Working;

/// <summary>The places for pictures, in the order in which the worker fills them.</summary>
internal enum PictureSlot
{
    /// <summary>The face that is being flown.</summary>
    Face,

    /// <summary>A second face beside it.</summary>
    Other,

    /// <summary>Many faces in one picture.</summary>
    Sheet,
}
