using LatentWalk.Trainer.Prepare.Detection;
using LatentWalk.Trainer.Prepare.Measures;

namespace LatentWalk.Trainer.Tests.Prepare.Measures;

public sealed class MeasureTests
{
    private const int Size = 64;

    [Fact]
    public void Black_and_white_and_any_one_tint_have_no_colour_and_a_small_lamp_has()
    {
        byte[] grey = MessyFolder.Grey(Painted.Rgba(5));
        Assert.Equal(0, Colourfulness.Of(grey));
        Assert.InRange(Colourfulness.Of(Tinted(grey, 18, 4, -20)), 0, 6);
        Assert.InRange(Colourfulness.Of(Tinted(grey, -15, 0, 20)), 0, 6);
        Assert.True(Colourfulness.Of(Painted.Rgba(5)) > 30);

        // A lamp of 16 pixels of 4096 on grey, and on old paper one of another hue.
        Assert.True(Colourfulness.Of(WithLamp(grey, 255, 60, 40)) > 60);
        Assert.True(Colourfulness.Of(WithLamp(Tinted(grey, 18, 4, -20), 40, 120, 255)) > 60);
    }

    [Fact]
    public void A_flat_drawing_in_one_strong_colour_is_coloured_whatever_its_hue()
    {
        for (int hue = 0; hue < 6; hue++)
        {
            byte[] drawing = new byte[4 * Size * Size];
            for (int i = 0; i < Size * Size; i++)
            {
                bool inside = Math.Abs((i % Size) - 32) < 14 && Math.Abs((i / Size) - 32) < 14;
                for (int channel = 0; channel < 3; channel++)
                {
                    drawing[(4 * i) + channel] = inside ? (byte)((hue + 1 >> channel & 1) != 0 ? 220 : 60) : (byte)155;
                }
            }

            Assert.True(Colourfulness.Of(drawing) > 17, $"hue {hue}");
        }
    }

    [Fact]
    public void Drawings_are_flat_somewhere_and_pictures_with_grain_nowhere()
    {
        var all = new FaceBox(0, 0, Size, Size);
        Assert.True(Flatness.Of(Painted.Rgba(3), Size, all) > 0.3);
        Assert.True(Flatness.Of(MessyFolder.Photograph(3, Size), Size, all) < 0.01);
        byte[] shaded = new byte[4 * Size * Size];
        for (int i = 0; i < Size * Size; i++)
        {
            shaded[4 * i] = shaded[(4 * i) + 1] = shaded[(4 * i) + 2] = (byte)(2 * (i % Size) + (i / Size));
        }

        Assert.Equal(0, Flatness.Of(shaded, Size, all));

        // Shade alone makes no photograph: its colours are few.
        Assert.True(PhotoScore.Of(shaded, Size, all, (0, 0, 0)) < PhotoScore.Of(MessyFolder.Photograph(3, Size), Size, all, (0, 0, 0)));
        Assert.True(PhotoScore.Of(Painted.Rgba(3), Size, all, (200, 200, 200)) < 0.3);
        Assert.True(PhotoScore.Of(MessyFolder.Photograph(3, Size), Size, all, (0, 0, 0)) > 0.6);
    }

    [Fact]
    public void A_part_of_a_picture_is_measured_as_if_it_were_the_picture()
    {
        byte[] rgba = Painted.Rgba(8, 96);
        var part = new FaceBox(16, 20, 48, 40);
        byte[] cut = new byte[4 * 48 * 40];
        for (int y = 0; y < 40; y++)
        {
            rgba.AsSpan(4 * (((20 + y) * 96) + 16), 4 * 48).CopyTo(cut.AsSpan(4 * 48 * y));
        }

        Assert.Equal(Flatness.Of(cut, 48, new FaceBox(0, 0, 48, 40)), Flatness.Of(rgba, 96, part));
        Assert.Equal(PhotoScore.Of(cut, 48, new FaceBox(0, 0, 48, 40), (9, 9, 9)), PhotoScore.Of(rgba, 96, part, (9, 9, 9)));
    }

    private static byte[] Tinted(byte[] grey, int red, int green, int blue)
    {
        byte[] tinted = (byte[])grey.Clone();
        int[] tint = [red, green, blue];
        for (int at = 0; at < tinted.Length; at += 4)
        {
            // Stronger in the dark, as ink on old paper.
            double strength = 1.3 - (tinted[at] / 510.0);
            for (int channel = 0; channel < 3; channel++)
            {
                tinted[at + channel] = (byte)Math.Clamp(tinted[at + channel] + (tint[channel] * strength), 0, 255);
            }
        }

        return tinted;
    }

    private static byte[] WithLamp(byte[] rgba, byte red, byte green, byte blue)
    {
        byte[] lit = (byte[])rgba.Clone();
        for (int k = 0; k < 16; k++)
        {
            int at = 4 * (((30 + (k / 4)) * Size) + 30 + (k % 4));
            (lit[at], lit[at + 1], lit[at + 2]) = (red, green, blue);
        }

        return lit;
    }
}
