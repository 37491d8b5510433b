using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.App;

/// <summary>Where the pictures of an order lie in a frame, for drawing and for the mouse alike. Framebuffer pixels.</summary>
/// <param name="Face">Room for the face, where there is one; see <paramref name="HasFace"/>.</param>
/// <param name="HasFace">Whether the face is shown.</param>
/// <param name="Tiles">The grid that the tiles lie in.</param>
/// <param name="Count">Tiles.</param>
/// <param name="Ring">The tiles lie around the face: three rows, and the two of the third axis in a column of their own.</param>
internal readonly record struct ScenePlan(PixelRect Face, bool HasFace, GridLayout Tiles, int Count, bool Ring)
{
    public const int RingRows = 3;

    /// <summary>Of the ring's places in rows, the one that the face takes.</summary>
    public const int RingCentre = 5;

    /// <summary>And the one that nothing takes, between the two of the third axis.</summary>
    public const int RingFree = 7;

    /// <summary>Room for the second picture, where it does not lie in the face's own, or for what the mode draws itself.</summary>
    public PixelRect Other { get; init; }

    /// <summary>Where the face ends and the second picture begins, in [0, 1] of the face's width; below 0 where there is none.</summary>
    public float Split { get; init; } = -1;

    /// <summary>The mode's sliders.</summary>
    public SliderLayout Sliders { get; init; }

    private static ReadOnlySpan<byte> RingPlaces => [0, 1, 2, 4, 6, 8, 9, 10, 3, 11];

    public PixelRect Tile(int tile) => Tiles.Tile(Ring ? RingPlaces[tile] : tile);

    /// <summary>The tile under a pixel, or -1.</summary>
    public int TileAt(int x, int y)
    {
        int place = Count == 0 ? -1 : Tiles.TileAt(x, y);
        int tile = Ring && place >= 0 ? RingPlaces.IndexOf((byte)place) : place;
        return tile < Count ? tile : -1;
    }
}
