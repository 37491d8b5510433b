namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// Where equal pictures lie in a framebuffer: columns × rows of them, centred, with <paramref name="Gap"/> pixels between.
/// One picture is the grid of 1 × 1.
/// </summary>
internal readonly record struct GridLayout(int X, int Y, int Columns, int Rows, int TileWidth, int TileHeight, int Gap, PictureScaling Scaling)
{
    internal int Count => Columns * Rows;

    internal PixelRect Bounds => new(
        X, Y, Columns * TileWidth + (Columns - 1) * Gap, Rows * TileHeight + (Rows - 1) * Gap);

    /// <summary>The largest centred grid inside <paramref name="area"/> whose tiles keep the picture's proportions; tiles are at least one pixel.</summary>
    internal static GridLayout Fit(
        int pictureWidth, int pictureHeight, PixelRect area, PictureScaling scaling, int columns = 1, int rows = 1, int gap = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pictureWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pictureHeight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        double roomX = (area.Width - (columns - 1) * gap) / (double)columns;
        double roomY = (area.Height - (rows - 1) * gap) / (double)rows;
        double scale = Math.Min(roomX / pictureWidth, roomY / pictureHeight);
        if (scaling == PictureScaling.Pixels && scale >= 1)
        {
            scale = Math.Floor(scale);
        }

        int tileWidth = Math.Max(1, (int)(pictureWidth * scale + 1e-6));
        int tileHeight = Math.Max(1, (int)(pictureHeight * scale + 1e-6));
        var grid = new GridLayout(0, 0, columns, rows, tileWidth, tileHeight, gap, scaling);
        return grid with
        {
            X = area.X + (area.Width - grid.Bounds.Width) / 2,
            Y = area.Y + (area.Height - grid.Bounds.Height) / 2,
        };
    }

    internal PixelRect Tile(int index) => new(
        X + index % Columns * (TileWidth + Gap), Y + index / Columns * (TileHeight + Gap), TileWidth, TileHeight);

    /// <summary>The tile under a framebuffer pixel, or -1 outside and in the gaps.</summary>
    internal int TileAt(int x, int y)
    {
        if (!Bounds.Contains(x, y))
        {
            return -1;
        }

        int column = (x - X) / (TileWidth + Gap);
        int row = (y - Y) / (TileHeight + Gap);
        int index = row * Columns + column;
        return Tile(index).Contains(x, y) ? index : -1;
    }
}
