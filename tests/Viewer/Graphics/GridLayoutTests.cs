using LatentWalk.Viewer.Graphics;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

public sealed class GridLayoutTests
{
    [Theory]
    [InlineData(64, 64, 1280, 720, PictureScaling.Smooth, 280, 0, 720, 720)]
    [InlineData(64, 64, 1280, 720, PictureScaling.Pixels, 288, 8, 704, 704)]
    [InlineData(64, 64, 60, 50, PictureScaling.Pixels, 5, 0, 50, 50)]
    [InlineData(128, 64, 300, 300, PictureScaling.Smooth, 0, 75, 300, 150)]
    [InlineData(64, 64, 0, 0, PictureScaling.Smooth, 0, 0, 1, 1)]
    public void A_picture_is_centred_as_large_as_fits(
        int width, int height, int frameWidth, int frameHeight, object scaling, int x, int y, int shownWidth, int shownHeight)
    {
        GridLayout layout = GridLayout.Fit(width, height, new PixelRect(0, 0, frameWidth, frameHeight), (PictureScaling)scaling);
        Assert.Equal(new PixelRect(x, y, shownWidth, shownHeight), layout.Bounds);
    }

    [Fact]
    public void A_grid_stays_inside_its_area_with_gaps_between_the_tiles()
    {
        GridLayout layout = GridLayout.Fit(64, 64, new PixelRect(10, 20, 700, 600), PictureScaling.Smooth, 8, 8, gap: 2);
        Assert.Equal(73, layout.TileWidth);
        Assert.Equal(new PixelRect(61, 21, 598, 598), layout.Bounds);
        Assert.Equal(new PixelRect(61 + 75, 21 + 150, 73, 73), layout.Tile(17));
    }

    [Fact]
    public void A_pixel_belongs_to_the_tile_drawn_there_and_gaps_to_none()
    {
        GridLayout layout = GridLayout.Fit(4, 4, new PixelRect(0, 0, 50, 50), PictureScaling.Smooth, 3, 3, gap: 4);
        for (int i = 0; i < layout.Count; i++)
        {
            PixelRect tile = layout.Tile(i);
            Assert.Equal(i, layout.TileAt(tile.X, tile.Y));
            Assert.Equal(i, layout.TileAt(tile.Right - 1, tile.Bottom - 1));
            Assert.Equal(-1, layout.TileAt(tile.Right, tile.Y));
            Assert.Equal(-1, layout.TileAt(tile.X, tile.Bottom));
        }

        Assert.Equal(-1, layout.TileAt(-1, 5));
        Assert.Equal(-1, layout.TileAt(5, 50));
    }
}
