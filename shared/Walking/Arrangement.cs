namespace LatentWalk.Walking;

/// <summary>How the pictures of an order lie on the screen.</summary>
public enum Arrangement
{
    /// <summary>The face alone.</summary>
    Face,

    /// <summary>The tiles alone, in rows.</summary>
    Tiles,

    /// <summary>The face in the middle, eight tiles around it.</summary>
    Ring,

    /// <summary>The face, and the tiles in rows below it.</summary>
    Strip,

    /// <summary>The face, and the tiles in columns to its right.</summary>
    Side,

    /// <summary>The face left of <see cref="PictureOrder.Split"/>, the other picture right of it, in one place.</summary>
    Wiper,

    /// <summary>The face, and the other picture to its right.</summary>
    Pair,

    /// <summary>The face in the left half; the right one is the mode's own.</summary>
    Half,
}
