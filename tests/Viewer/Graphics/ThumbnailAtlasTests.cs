using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Tests.Graphics;

public sealed class ThumbnailAtlasTests : GlTest
{
    [Fact]
    public void A_picture_of_twice_the_size_becomes_the_mean_of_two_by_two()
    {
        const int Width = 2 * ThumbnailAtlas.Side;
        byte[] source = Gradient(Width, Width);
        byte[] small = new byte[ThumbnailAtlas.Side * ThumbnailAtlas.Side * 4];
        ThumbnailAtlas.Reduce(source, Width, Width, small);
        int mean = (At(source, Width, 20, 8).R + At(source, Width, 21, 8).R) / 2;
        Assert.Equal(mean, At(small, ThumbnailAtlas.Side, 10, 4).R);
        Assert.Equal(255, At(small, ThumbnailAtlas.Side, 10, 4).A);
    }

    [Fact]
    public void A_wide_picture_is_centred_on_black()
    {
        byte[] small = new byte[ThumbnailAtlas.Side * ThumbnailAtlas.Side * 4];
        ThumbnailAtlas.Reduce(Plain(96, 48, Rgba.White), 96, 48, small);
        Assert.Equal(Rgba.Black, At(small, ThumbnailAtlas.Side, 24, 2));
        Assert.Equal(Rgba.White, At(small, ThumbnailAtlas.Side, 0, 24));
        Assert.Equal(Rgba.Black, At(small, ThumbnailAtlas.Side, 47, 45));
    }

    [GlFact]
    public void Thumbnails_dots_lines_and_text_lie_in_the_order_they_were_drawn()
    {
        byte[][] faces = FilterPicturesTests.Faces();
        using var hud = new HudRenderer(Gl);
        using var atlas = new ThumbnailAtlas(Gl, 4);
        using var target = new OffscreenTarget(Gl, 320, 240);
        for (int i = 0; i < 12; i++)
        {
            atlas.Put(i * 5, faces[i], 64, 64);
        }

        Clear(target, new Rgba(20, 22, 30));
        for (int i = 0; i < 11; i++)
        {
            (float x, float y) = Place(i);
            (float nextX, float nextY) = Place(i + 1);
            hud.DrawLine(x, y, nextX, nextY, 3, new Rgba(255, 214, 120));
        }

        for (int i = 0; i < 12; i++)
        {
            (float x, float y) = Place(i);
            hud.DrawThumbnail(atlas.Texture, i * 5, x - 16, y - 16, 32, 32);
            hud.DrawOutline(x - 17, y - 17, 34, 34, 1, Rgba.White);
            hud.DrawDot(x, y + 22, 4, new Rgba(0, 200, 0));
        }

        hud.DrawText(8, 8, 2, Rgba.White, "minimap");
        hud.Flush(320, 240);
        Rgba[] drawn = Read(target);
        (float firstX, float firstY) = Place(0);
        (float secondX, float secondY) = Place(1);
        Assert.Equal(new Rgba(255, 214, 120), drawn[(int)((firstY + secondY) / 2) * 320 + (int)((firstX + secondX) / 2)]);
        Assert.Equal(new Rgba(0, 200, 0), drawn[(int)(firstY + 22) * 320 + (int)firstX]);
        Assert.Equal(Rgba.White, drawn[(int)(firstY - 17) * 320 + (int)firstX]);

        byte[] small = new byte[ThumbnailAtlas.Side * ThumbnailAtlas.Side * 4];
        ThumbnailAtlas.Reduce(faces[0], 64, 64, small);
        var (red, green, blue) = Mean(from => At(small, ThumbnailAtlas.Side, from.X, from.Y), 18, 18, 12);
        var (shownRed, shownGreen, shownBlue) = Mean(from => drawn[from.Y * 320 + from.X], (int)firstX - 4, (int)firstY - 4, 8);
        Assert.InRange(Math.Abs(red - shownRed) + Math.Abs(green - shownGreen) + Math.Abs(blue - shownBlue), 0, 12);
    }

    [GlFact]
    public void A_HUD_that_fades_away_is_drawn_as_transparent_as_it_is_told()
    {
        using var hud = new HudRenderer(Gl);
        using var target = new OffscreenTarget(Gl, 8, 8);
        foreach ((float opacity, int level) in ((float, int)[])[(1, 255), (0.5f, 128), (0, 0)])
        {
            Clear(target, Rgba.Black);
            hud.Opacity = opacity;
            hud.DrawRect(0, 0, 8, 8, Rgba.White);
            hud.Flush(8, 8);
            Assert.InRange(Read(target, $"{opacity}")[0].R, level - 1, level + 1);
        }
    }

    /// <summary>Of a square: the middle third of a thumbnail as it is kept, and as it is drawn.</summary>
    private static (double R, double G, double B) Mean(Func<(int X, int Y), Rgba> at, int left, int top, int side)
    {
        Rgba[] square = [.. Enumerable.Range(0, side * side).Select(k => at((left + (k % side), top + (k / side))))];
        return (square.Average(pixel => pixel.R), square.Average(pixel => pixel.G), square.Average(pixel => pixel.B));
    }

    private static (float X, float Y) Place(int i) => (30 + i % 4 * 84, 60 + i / 4 * 66);
}
