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
            Outline(frame, layout.Tile(Grid.Centre), Math.Max(1, line / 2), Palette.Text);
        }

        Outline(frame, layout.Tile(grid.Cursor), line, Palette.Cursor);
    }

    private static void Outline(in PanelFrame frame, PixelRect tile, int line, Rgba color)
    {
        frame.Ground(tile.X - line, tile.Y - line, tile.Width + 2 * line, line, color);
        frame.Ground(tile.X - line, tile.Bottom, tile.Width + 2 * line, line, color);
        frame.Ground(tile.X - line, tile.Y, line, tile.Height, color);
        frame.Ground(tile.Right, tile.Y, line, tile.Height, color);
    }
}
