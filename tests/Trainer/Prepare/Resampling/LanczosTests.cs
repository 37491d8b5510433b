using LatentWalk.Trainer.Prepare.Resampling;

namespace LatentWalk.Trainer.Tests.Prepare.Resampling;

public sealed class LanczosTests
{
    [Fact]
    public void Fine_stripes_of_black_and_white_shrink_to_the_level_that_gives_as_much_light()
    {
        byte[] stripes = Picture(64, 64, (x, _) => x % 2 == 0 ? (byte)0 : (byte)255);
        byte[] small = new byte[4 * 16 * 16];
        Lanczos.Resize(stripes, 64, new(0, 0, 64, 64), small, 16, 16);

        // Half of the light is level 188 (a little off at the edges); the mean of the levels would be 128.
        Assert.All(Enumerable.Range(0, 256), i => Assert.InRange(small[4 * i], 178, 198));
    }

    [Fact]
    public void One_colour_stays_one_colour_at_any_size()
    {
        byte[] flat = Picture(50, 30, (_, _) => 77);
        byte[] other = new byte[4 * 71 * 13];
        Lanczos.Resize(flat, 50, new(0, 0, 50, 30), other, 71, 13);
        Assert.All(Enumerable.Range(0, 71 * 13), i => Assert.Equal((77, 255), (other[4 * i], other[(4 * i) + 3])));
    }

    [Fact]
    public void The_colour_of_what_is_transparent_does_not_bleed()
    {
        byte[] rgba = Picture(32, 32, (x, _) => x < 16 ? (byte)200 : (byte)0);
        for (int i = 0; i < 32 * 32; i++)
        {
            rgba[(4 * i) + 3] = i % 32 < 16 ? (byte)255 : (byte)0;
        }

        byte[] small = new byte[4 * 8 * 8];
        Lanczos.Resize(rgba, 32, new(0, 0, 32, 32), small, 8, 8);
        Assert.All(Enumerable.Range(0, 64).Where(i => small[(4 * i) + 3] > 20), i => Assert.InRange(small[4 * i], 198, 202));
    }

    [Fact]
    public void A_part_is_cut_out_without_its_surroundings()
    {
        byte[] picture = Picture(40, 40, (x, y) => x is >= 10 and < 30 && y is >= 5 and < 25 ? (byte)90 : (byte)255);
        byte[] part = new byte[4 * 10 * 10];
        Lanczos.Resize(picture, 40, new(10, 5, 20, 20), part, 10, 10);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(90, part[4 * i]));
    }

    private static byte[] Picture(int width, int height, Func<int, int, byte> level)
    {
        byte[] rgba = new byte[4 * width * height];
        for (int i = 0; i < width * height; i++)
        {
            rgba[4 * i] = rgba[(4 * i) + 1] = rgba[(4 * i) + 2] = level(i % width, i / width);
            rgba[(4 * i) + 3] = 255;
        }

        return rgba;
    }
}
