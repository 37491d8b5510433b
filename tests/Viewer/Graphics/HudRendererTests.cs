using LatentWalk.Tests.Counting;
using LatentWalk.Viewer.Graphics;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

public sealed class HudRendererTests : GlTest
{
    private static readonly Rgba Backdrop = new(40, 44, 60);

    [GlFact]
    public void Text_is_drawn_pixel_for_pixel_from_the_font()
    {
        using var hud = new HudRenderer(Gl);
        using var target = new OffscreenTarget(Gl, 100, 40);
        Clear(target, Backdrop);
        hud.DrawText(3, 5, 2, Rgba.White, "Ag→");
        hud.Flush(100, 40);
        Rgba[] drawn = Read(target);
        byte[] sheet = PixelFont.Sheet();
        for (int i = 0; i < 3; i++)
        {
            int glyph = PixelFont.GlyphOf("Ag→"[i]);
            for (int y = 0; y < 2 * PixelFont.GlyphHeight; y++)
            {
                for (int x = 0; x < 2 * PixelFont.GlyphWidth; x++)
                {
                    int sheetX = glyph % PixelFont.GlyphsPerRow * PixelFont.GlyphWidth + x / 2;
                    int sheetY = glyph / PixelFont.GlyphsPerRow * PixelFont.GlyphHeight + y / 2;
                    bool ink = sheet[sheetY * PixelFont.SheetWidth + sheetX] != 0;
                    Assert.Equal(ink ? Rgba.White : Backdrop, drawn[(5 + y) * 100 + 3 + i * 12 + x]);
                }
            }
        }
    }

    [GlFact]
    public void Every_character_at_three_scales()
    {
        using var hud = new HudRenderer(Gl);
        using var target = new OffscreenTarget(Gl, 640, 420);
        Clear(target, Backdrop);
        int y = 8;
        for (int scale = 1; scale <= 3; scale++)
        {
            for (int i = 0; i < PixelFont.Characters.Length; i += 32)
            {
                int count = Math.Min(32, PixelFont.Characters.Length - i);
                hud.DrawText(8, y, scale, Rgba.White, PixelFont.Characters.AsSpan(i, count));
                y += PixelFont.LineHeight * scale;
            }

            hud.DrawText(8, y, scale, new Rgba(255, 220, 120), "avatars-64 · step 3000 · ψ 0.70 · 1.8 ms");
            y += (PixelFont.LineHeight + 4) * scale;
        }

        hud.Flush(640, 420);
        Assert.Contains(Rgba.White, Read(target));
    }

    [GlFact]
    public void Rectangles_and_text_lie_over_each_other_in_the_order_they_were_drawn()
    {
        using var hud = new HudRenderer(Gl);
        using var target = new OffscreenTarget(Gl, 40, 20);
        Clear(target, Rgba.Black);
        hud.DrawRect(0, 0, 20, 20, new Rgba(200, 100, 0));
        hud.DrawRect(10, 0, 20, 20, new Rgba(0, 0, 255, 128));
        hud.DrawText(12, 4, 1, Rgba.White, "■");
        hud.Flush(40, 20);
        Rgba[] drawn = Read(target);
        Assert.Equal(new Rgba(200, 100, 0), drawn[10 * 40 + 5]);
        Assert.InRange(drawn[2 * 40 + 15].R, 99, 100);
        Assert.InRange(drawn[2 * 40 + 15].B, 127, 129);
        Assert.Equal(Rgba.White, drawn[7 * 40 + 14]);
        Assert.InRange(drawn[10 * 40 + 25].B, 127, 129);
        Assert.Equal(Rgba.Black, drawn[10 * 40 + 35]);
        Assert.All(drawn, pixel => Assert.Equal(255, pixel.A));
    }

    [GlFact]
    public void A_warm_HUD_and_picture_allocate_nothing_per_frame()
    {
        using var hud = new HudRenderer(Gl);
        using var pictures = new PictureRenderer(Gl);
        using var picture = new PictureTexture(Gl, 64, 64);
        using var target = new OffscreenTarget(Gl, 256, 256);
        byte[] source = Gradient(64, 64);
        byte[] shown = new byte[target.FrameBytes];
        Assert.Equal(0, Allocated.By(() =>
        {
            for (int frame = 0; frame < 40; frame++)
            {
                picture.Upload(source);
                Clear(target, Backdrop);
                pictures.Draw(picture, GridLayout.Fit(64, 64, new PixelRect(0, 0, 256, 256), PictureScaling.Smooth), 256, 256);
                hud.DrawRect(4, 4, 200, 20, new Rgba(0, 0, 0, 160));
                hud.DrawText(8, 8, 1, Rgba.White, "step 3000  1.84 ms  60 frames/s");
                hud.Flush(256, 256);
                target.ReadBack(shown);
            }
        }));
    }
}
