using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.Panels;

/// <summary>The letters of the mixed faces, how much of each there is as a bar under it, and a frame around the one that keys change.</summary>
internal static class MixPanel
{
    private static readonly string[] Letters = ["A", "B", "C"];

    public static void Draw(in PanelFrame frame, MixState mix, in GridLayout tiles)
    {
        int line = Math.Max(2, 2 * frame.Scale);
        for (int corner = 0; corner < mix.Corners.Count; corner++)
        {
            PixelRect tile = tiles.Tile(corner);
            TileFrames.Mark(frame, tile, corner == mix.Row ? Palette.Cursor : Palette.Text, Letters[corner]);
            int height = 3 * frame.Scale;
            frame.Ground(tile.X, tile.Bottom - height, tile.Width, height, Palette.Ground);
            frame.Ground(tile.X, tile.Bottom - height, (int)(tile.Width * mix.Weights[corner]), height, Palette.Good);
            if (corner == mix.Row)
            {
                TileFrames.Outline(frame, tile, line, Palette.Cursor);
            }
        }
    }
}
