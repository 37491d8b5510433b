using LatentWalk.Viewer.Graphics;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

public sealed class PictureRendererTests : GlTest
{
    private static readonly Rgba Backdrop = new(20, 20, 28);

    [GlFact]
    public void A_picture_at_its_own_size_is_drawn_exactly()
    {
        byte[] source = Gradient(64, 48);
        Rgba[] drawn = Draw(source, 64, 48, 64, 48, PictureScaling.Smooth);
        for (int i = 0; i < drawn.Length; i++)
        {
            Assert.Equal(At(source, 64, i % 64, i / 64), drawn[i]);
        }
    }

    [GlFact]
    public void In_pixels_mode_every_pixel_becomes_a_sharp_square()
    {
        byte[] source = Gradient(16, 16);
        Rgba[] drawn = Draw(source, 16, 16, 100, 90, PictureScaling.Pixels);

        // 5 times is the largest whole multiple of 16 in 90; centred in 100 x 90.
        for (int y = 0; y < 90; y++)
        {
            for (int x = 0; x < 100; x++)
            {
                bool inside = x is >= 10 and < 90 && y is >= 5 and < 85;
                Assert.Equal(inside ? At(source, 16, (x - 10) / 5, (y - 5) / 5) : Backdrop, drawn[y * 100 + x]);
            }
        }
    }

    [GlFact]
    public void In_smooth_mode_a_picture_fills_the_height_and_a_ramp_stays_a_ramp()
    {
        byte[] source = Gradient(16, 16);
        Rgba[] drawn = Draw(source, 16, 16, 200, 160, PictureScaling.Smooth);
        for (int x = 40; x < 160; x++)
        {
            // Away from the edges a bicubic enlargement of a straight ramp is that ramp: 17 levels a source pixel.
            double expected = 17 * ((x - 20 + 0.5) / 10 - 0.5);
            Assert.InRange(drawn[80 * 200 + x].R, expected - 1.5, expected + 1.5);
        }

        Assert.Equal(Backdrop, drawn[80 * 200 + 19]);
        Assert.Equal(Backdrop, drawn[80 * 200 + 180]);
        Assert.Equal(128, drawn[80 * 200 + 100].B);
    }

    [GlFact]
    public void A_reduced_picture_is_the_mean_of_what_lies_under_each_pixel()
    {
        byte[] source = new byte[64 * 64 * 4];
        for (int i = 0; i < 64 * 64; i++)
        {
            byte level = (byte)((i % 64 + i / 64) % 2 == 0 ? 255 : 1);
            (source[4 * i], source[4 * i + 1], source[4 * i + 2], source[4 * i + 3]) = (level, level, level, 255);
        }

        Rgba[] drawn = Draw(source, 64, 64, 16, 16, PictureScaling.Pixels);
        Assert.All(drawn, pixel => Assert.InRange(pixel.R, 126, 130));
    }

    [GlFact]
    public void Two_pictures_fade_into_each_other()
    {
        using var renderer = new PictureRenderer(Gl);
        using var red = new PictureTexture(Gl, 8, 8);
        using var blue = new PictureTexture(Gl, 8, 8);
        using var target = new OffscreenTarget(Gl, 32, 32);
        red.Upload(Plain(8, 8, new Rgba(200, 0, 0)));
        blue.Upload(Plain(8, 8, new Rgba(0, 0, 100)));
        GridLayout layout = GridLayout.Fit(8, 8, new PixelRect(0, 0, 32, 32), PictureScaling.Pixels);
        foreach ((float t, Rgba expected) in ((float, Rgba)[])
            [(0f, new Rgba(200, 0, 0)), (0.25f, new Rgba(150, 0, 25)), (1f, new Rgba(0, 0, 100)), (2f, new Rgba(0, 0, 100))])
        {
            Clear(target, Rgba.Black);
            renderer.Draw(red, layout, 32, 32, next: blue, t: t);
            Rgba pixel = Read(target, $"{t}")[16 * 32 + 16];
            Assert.InRange(pixel.R, expected.R - 1, expected.R + 1);
            Assert.InRange(pixel.B, expected.B - 1, expected.B + 1);
        }
    }

    [GlFact]
    public void A_translucent_picture_lets_the_backdrop_through_and_the_frame_stays_opaque()
    {
        using var renderer = new PictureRenderer(Gl);
        using var picture = new PictureTexture(Gl, 8, 8);
        using var target = new OffscreenTarget(Gl, 8, 8);
        picture.Upload(Plain(8, 8, Rgba.White));
        Clear(target, Rgba.Black);
        renderer.Draw(picture, GridLayout.Fit(8, 8, new PixelRect(0, 0, 8, 8), PictureScaling.Smooth), 8, 8, alpha: 0.5f);
        Rgba pixel = Read(target)[0];
        Assert.InRange(pixel.R, 127, 128);
        Assert.Equal(255, pixel.A);
    }

    [GlFact]
    public void A_grid_shows_every_tile_at_its_place_and_none_bleeds_into_its_neighbour()
    {
        const int Tile = 8;
        const int Side = 4;
        byte[] tiles = new byte[Side * Side * Tile * Tile * 4];
        for (int i = 0; i < Side * Side; i++)
        {
            Plain(Tile, Tile, TileColor(i)).CopyTo(tiles, i * Tile * Tile * 4);
        }

        using var renderer = new PictureRenderer(Gl);
        using var atlas = new PictureTexture(Gl, Tile, Tile, Side, Side);
        using var target = new OffscreenTarget(Gl, 150, 140);
        atlas.Upload(tiles);
        Clear(target, Backdrop);
        GridLayout layout = GridLayout.Fit(Tile, Tile, new PixelRect(0, 0, 150, 140), PictureScaling.Smooth, Side, Side, gap: 3);
        renderer.Draw(atlas, layout, 150, 140);
        Rgba[] drawn = Read(target);
        for (int y = 0; y < 140; y++)
        {
            for (int x = 0; x < 150; x++)
            {
                int tile = layout.TileAt(x, y);
                Assert.Equal(tile < 0 ? Backdrop : TileColor(tile), drawn[y * 150 + x]);
            }
        }
    }

    [GlFact]
    public void One_tile_of_an_atlas_can_be_shown_alone_and_replaced_alone()
    {
        using var renderer = new PictureRenderer(Gl);
        using var atlas = new PictureTexture(Gl, 4, 4, 3, 2);
        using var target = new OffscreenTarget(Gl, 40, 40);
        byte[] tiles = new byte[6 * atlas.TileBytes];
        atlas.Upload(tiles);
        atlas.Upload(Plain(4, 4, TileColor(4)), firstTile: 4);
        Clear(target, Backdrop);
        renderer.Draw(atlas, GridLayout.Fit(4, 4, new PixelRect(0, 0, 40, 40), PictureScaling.Pixels), 40, 40, firstTile: 4);
        Assert.All(Read(target), pixel => Assert.Equal(TileColor(4), pixel));
    }

    [GlFact]
    public void Pictures_of_different_shapes_do_not_fade_and_say_why()
    {
        using var renderer = new PictureRenderer(Gl);
        using var square = new PictureTexture(Gl, 4, 4);
        using var wide = new PictureTexture(Gl, 8, 4);
        GridLayout layout = GridLayout.Fit(4, 4, new PixelRect(0, 0, 8, 8), PictureScaling.Pixels);
        var refused = Assert.Throws<ArgumentException>(() => renderer.Draw(square, layout, 8, 8, next: wide, t: 0.5f));
        Assert.Contains("A picture of 8x4 cannot fade into one of 4x4", refused.Message, StringComparison.Ordinal);
    }

    [GlFact]
    public void Two_pictures_of_one_shape_fade_whatever_their_sizes()
    {
        using var renderer = new PictureRenderer(Gl);
        using var small = new PictureTexture(Gl, 8, 8);
        using var large = new PictureTexture(Gl, 64, 64);
        using var target = new OffscreenTarget(Gl, 64, 64);
        small.Upload(Plain(8, 8, new Rgba(200, 0, 0)));
        large.Upload(Plain(64, 64, new Rgba(0, 0, 100)));
        foreach (PictureFilter filter in Enum.GetValues<PictureFilter>().Where(filter => filter != PictureFilter.Crt))
        {
            Clear(target, Rgba.Black);
            renderer.Draw(small, GridLayout.Fit(8, 8, new PixelRect(0, 0, 64, 64), PictureScaling.Smooth), 64, 64, filter, large, 0.5f);
            Assert.All(Read(target, $"{filter}"), pixel => Assert.Equal(new Rgba(100, 0, 50), pixel));
        }
    }

    [GlFact]
    public void A_wiper_shows_one_picture_left_of_it_and_the_other_right_of_it()
    {
        using var renderer = new PictureRenderer(Gl);
        using var red = new PictureTexture(Gl, 8, 8);
        using var blue = new PictureTexture(Gl, 16, 16);
        using var target = new OffscreenTarget(Gl, 60, 40);
        red.Upload(Plain(8, 8, new Rgba(200, 0, 0)));
        blue.Upload(Plain(16, 16, new Rgba(0, 0, 200)));
        PixelRect area = new(0, 0, 60, 40);
        foreach (int edge in (int[])[0, 10, 27, 60])
        {
            Clear(target, Backdrop);
            renderer.DrawWiped(
                red, GridLayout.Fit(8, 8, area, PictureScaling.Smooth), blue, GridLayout.Fit(16, 16, area, PictureScaling.Smooth), edge, 60, 40);
            Rgba[] drawn = Read(target, $"{edge}");
            for (int i = 0; i < drawn.Length; i++)
            {
                int x = i % 60;
                Rgba expected = x is < 10 or >= 50 ? Backdrop : x < edge ? new Rgba(200, 0, 0) : new Rgba(0, 0, 200);
                Assert.Equal(expected, drawn[i]);
            }
        }
    }

    [GlFact]
    public void Scaling_leaves_the_caller_the_framebuffer_that_was_bound()
    {
        using var renderer = new PictureRenderer(Gl);
        using var picture = new PictureTexture(Gl, 64, 64);
        using var target = new OffscreenTarget(Gl, 600, 500);
        picture.Upload(Plain(64, 64, new Rgba(10, 20, 30)));
        Clear(target, Backdrop);
        renderer.Draw(picture, GridLayout.Fit(64, 64, new PixelRect(0, 0, 600, 500), PictureScaling.Smooth), 600, 500);
        renderer.DrawTile(picture, 0, new PixelRect(3, 5, 20, 20), 600, 500);
        Rgba[] drawn = Read(target);
        Assert.Equal(new Rgba(10, 20, 30), drawn[250 * 600 + 300]);
        Assert.Equal(new Rgba(10, 20, 30), drawn[5 * 600 + 3]);
        Assert.Equal(Backdrop, drawn[4 * 600 + 3]);
        Assert.Equal(Backdrop, drawn[30 * 600 + 10]);
    }

    private Rgba[] Draw(byte[] source, int width, int height, int frameWidth, int frameHeight, PictureScaling scaling, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        using var renderer = new PictureRenderer(Gl);
        using var picture = new PictureTexture(Gl, width, height);
        using var target = new OffscreenTarget(Gl, frameWidth, frameHeight);
        picture.Upload(source);
        Clear(target, Backdrop);
        renderer.Draw(picture, GridLayout.Fit(width, height, new PixelRect(0, 0, frameWidth, frameHeight), scaling), frameWidth, frameHeight);
        return Read(target, test: test);
    }

    private static Rgba TileColor(int tile) => new((byte)(15 * tile), (byte)(255 - 15 * tile), (byte)(tile % 2 * 255));
}
