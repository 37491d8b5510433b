namespace LatentWalk.Quality.Tests;

public class PictureTraitsTests
{
    private const int Size = 32;

    private static readonly byte[] s_halves = Picture.Of(Size, (x, _, _) => x < 13 ? 40 : 200);

    [Fact]
    public void Flat_areas_have_no_noise_and_noise_has_its_own_median()
    {
        Assert.Equal(0, FlatnessNoise.Of(s_halves, Size));
        // All neighbours sideways are 10 apart and all downwards 0, as many of each.
        Assert.Equal(5 * Levels.Step, FlatnessNoise.Of(Picture.Of(Size, (x, _, _) => x % 2 * 10), Size), 1e-12);
        Assert.Equal(10 * Levels.Step, FlatnessNoise.Of(Picture.Of(Size, (x, y, _) => (x + y) % 2 * 10), Size), 1e-12);
    }

    [Fact]
    public void A_blur_lowers_the_sharpness_of_an_edge_and_a_step_has_its_height()
    {
        // A slanted edge of 160 levels: more than a twentieth of the neighbours lie across it.
        var step = Picture.Of(Size, (x, y, _) => (x + y) % 16 < 8 ? 40 : 200);

        Assert.Equal(160 * Levels.Step, EdgeSharpness.Of(step, Size), 1e-12);
        Assert.InRange(EdgeSharpness.Of(Picture.Blurred(step, Size), Size), 0.1, 0.5 * 160 * Levels.Step);
        Assert.Equal(0, EdgeSharpness.Of(Picture.Flat(Size, 99), Size));
    }

    [Fact]
    public void Few_colours_cover_a_drawing_and_not_a_gradient()
    {
        Assert.Equal(1, FlatColour.Of(s_halves));
        // 32 steps of 8 levels make 16 colours of 1/16 each; the eight commonest cover half.
        Assert.Equal(0.5, FlatColour.Of(Picture.Of(Size, (x, _, _) => 8 * x)), 1e-12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    public void A_pattern_of_two_pixels_has_its_amplitude(int sideways, int downwards)
    {
        var board = Picture.Of(Size, (x, y, _) => 100 + (((sideways * x) + (downwards * y)) % 2 == 0 ? 6 : -6));

        Assert.Equal(6 * Levels.Step, Checkerboard.Of(board, Size), 1e-12);
    }

    [Fact]
    public void An_edge_is_no_checkerboard_and_noise_hardly_one()
    {
        var noise = new byte[3 * 128 * 128];
        var levels = Cloud.Normal(1, noise.Length, 4, mean: 128, deviation: 20)[0];
        for (int at = 0; at < noise.Length; at++)
        {
            noise[at] = (byte)Math.Clamp(levels[at], 0, 255);
        }

        Assert.Equal(0, Checkerboard.Of(s_halves, Size));
        Assert.InRange(Checkerboard.Of(noise, 128), 0.15 * 20 * Levels.Step, 0.25 * 20 * Levels.Step);
        Assert.Equal(0, Checkerboard.Of(Picture.Flat(7, 1), 7));
    }

    [Fact]
    public void Small_colours_are_means_of_squares_on_minus_one_to_one()
    {
        var small = new float[SmallColours.Length];
        SmallColours.Write(Picture.Of(Size, (x, y, c) => x is 0 or 1 && y is 0 or 1 ? (10 * x) + (20 * y) + c : 255), Size, small);

        Assert.Equal((15 * Levels.Step) - 1, small[0], 1e-6);
        Assert.Equal((17 * Levels.Step) - 1, small[2], 1e-6);
        Assert.Equal(1, small[3], 1e-6);
    }
}
