using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Panels;

/// <summary>Frames and small marks on tiles: what is chosen is told by the shape of its frame, not only by colour.</summary>
internal static class TileFrames
{
    public static void Outline(in PanelFrame frame, PixelRect tile, int line, Rgba color)
    {
        frame.Ground(tile.X - line, tile.Y - line, tile.Width + 2 * line, line, color);
        frame.Ground(tile.X - line, tile.Bottom, tile.Width + 2 * line, line, color);
        frame.Ground(tile.X - line, tile.Y, line, tile.Height, color);
        frame.Ground(tile.Right, tile.Y, line, tile.Height, color);
    }

    /// <summary>Brackets at the four corners, inside the tile.</summary>
    public static void Corners(in PanelFrame frame, PixelRect tile, int line, Rgba color)
    {
        int length = Math.Min(tile.Width, tile.Height) / 4;
        for (int corner = 0; corner < 4; corner++)
        {
            bool right = corner % 2 == 1;
            bool bottom = corner >= 2;
            int x = right ? tile.Right - length : tile.X;
            int y = bottom ? tile.Bottom - line : tile.Y;
            frame.Ground(x, y, length, line, color);
            frame.Ground(right ? tile.Right - line : tile.X, bottom ? tile.Bottom - length : tile.Y, line, length, color);
        }
    }

    /// <summary>A few characters on dark ground in a tile's top left corner.</summary>
    public static void Mark(in PanelFrame frame, PixelRect tile, Rgba color, ReadOnlySpan<char> text)
    {
        int scale = frame.Scale;
        PanelFrame small = frame with { Scale = scale };
        int height = (PixelFont.GlyphHeight + 2) * scale;
        frame.Ground(tile.X, tile.Y, small.Measure(text) + 6 * scale, height, Palette.Ground);
        small.Text(tile.X + 3 * scale, tile.Y + 2 * scale, color, text);
    }
}
