namespace LatentWalk.Imaging.Tests;

public sealed class FitTests
{
    [Fact]
    public void A_picture_of_the_right_size_is_not_touched()
    {
        using TemporaryFolder folder = new();
        byte[] rgba = TestPatterns.Gradient(64, 64);
        PngFile.Write(folder.Path("a.png"), rgba, 64, 64);

        foreach (Fit fit in new[] { Fit.Crop, Fit.Pad })
        {
            byte[] rgb = PictureFile.Load(folder.Path("a.png"), 64, fit);
            Assert.Equal(rgba.Where((_, i) => i % 4 != 3), rgb);
        }
    }

    /// <summary>Left third red, middle green, right third blue; 96x32.</summary>
    [Fact]
    public void Crop_keeps_the_middle_and_pad_adds_white_above_and_below()
    {
        using TemporaryFolder folder = new();
        byte[] rgba = new byte[4 * 96 * 32];
        for (int i = 0; i < 96 * 32; i++)
        {
            rgba[(4 * i) + (i % 96 / 32)] = 255;
            rgba[(4 * i) + 3] = 255;
        }

        PngFile.Write(folder.Path("a.png"), rgba, 96, 32);

        byte[] cropped = PictureFile.Load(folder.Path("a.png"), 32, Fit.Crop);
        Assert.All(cropped.Chunk(3), pixel => Assert.Equal([0, 255, 0], pixel));

        byte[] padded = PictureFile.Load(folder.Path("a.png"), 96, Fit.Pad);
        Assert.Equal([255, 255, 255], padded.AsSpan(0, 3).ToArray());
        Assert.Equal([255, 255, 255], padded.AsSpan(3 * 96 * 95, 3).ToArray());
        Assert.Equal([255, 0, 0], padded.AsSpan(3 * 96 * 48, 3).ToArray());
        Assert.Equal([0, 0, 255], padded.AsSpan((3 * 96 * 49) - 3, 3).ToArray());
        Assert.Equal(32, Enumerable.Range(0, 96).Count(y => padded[3 * 96 * y] == 255 && padded[(3 * 96 * y) + 1] == 0));
    }

    /// <summary>Shrinking averages: a fine chequerboard becomes grey, not a coarser chequerboard.</summary>
    [Theory]
    [InlineData(256, 64)]
    [InlineData(250, 64)]
    public void Shrinking_does_not_alias(int from, int to)
    {
        using TemporaryFolder folder = new();
        byte[] rgba = new byte[4 * from * from];
        for (int i = 0; i < from * from; i++)
        {
            byte level = ((i % from) + (i / from)) % 2 == 0 ? (byte)255 : (byte)0;
            rgba.AsSpan(4 * i, 3).Fill(level);
            rgba[(4 * i) + 3] = 255;
        }

        PngFile.Write(folder.Path("a.png"), rgba, from, from);

        byte[] rgb = PictureFile.Load(folder.Path("a.png"), to, Fit.Crop);
        for (int y = 2; y < to - 2; y++)
        {
            Assert.All(rgb.AsSpan(3 * ((y * to) + 2), 3 * (to - 4)).ToArray(), level => Assert.InRange(level, 118, 137));
        }
    }

    [Fact]
    public void Half_transparent_black_is_grey_over_white()
    {
        using TemporaryFolder folder = new();
        PngFile.Write(folder.Path("a.png"), [0, 0, 0, 128, 9, 9, 9, 0, 200, 100, 50, 255, 0, 0, 0, 51], 2, 2);

        byte[] rgb = PictureFile.Load(folder.Path("a.png"), 2, Fit.Crop);

        Assert.Equal([127, 127, 127, 255, 255, 255, 200, 100, 50, 204, 204, 204], rgb);
    }
}
