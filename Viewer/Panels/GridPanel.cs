using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>The frame around the chosen face of the grid, and one around the place itself.</summary>
internal static class GridPanel
{
    public static void Draw(in PanelFrame frame, Grid grid, in GridLayout layout)
    {
        int line = Math.Max(2, 2 * frame.Scale);
        if (grid.Kind == GridKind.Neighbours)
        {
            TileFrames.Outline(frame, layout.Tile(Grid.Centre), Math.Max(1, line / 2), Palette.Text);
        }

        TileFrames.Outline(frame, layout.Tile(grid.Cursor), line, Palette.Cursor);
    }
}
