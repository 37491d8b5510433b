using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.App;

/// <summary>Where the pictures of an order lie in a frame, for drawing and for the mouse alike. Framebuffer pixels.</summary>
/// <param name="Face">Room for the face, where there is one; see <paramref name="HasFace"/>.</param>
/// <param name="HasFace">Whether the face is shown.</param>
/// <param name="Tiles">The grid that the tiles lie in.</param>
/// <param name="Count">Tiles.</param>
/// <param name="Ring">The tiles are the eight outer ones of a grid of nine.</param>
internal readonly record struct ScenePlan(PixelRect Face, bool HasFace, GridLayout Tiles, int Count, bool Ring)
{
    /// <summary>Of nine places in rows, the one that the face takes.</summary>
    private const int Centre = 4;

    public PixelRect Tile(int tile) => Tiles.Tile(Place(tile));

    /// <summary>The tile under a pixel, or -1.</summary>
    public int TileAt(int x, int y)
    {
        int place = Count == 0 ? -1 : Tiles.TileAt(x, y);
        int tile = !Ring || place < Centre ? place : place == Centre ? -1 : place - 1;
        return tile < Count ? tile : -1;
    }

    private int Place(int tile) => Ring && tile >= Centre ? tile + 1 : tile;
}
