using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace LatentWalk.StandIns.Tests.ImageSharp;

public sealed class ProcessingTests
{
    public static TheoryData<int, int, int, int, string> Resizes => new()
    {
        { 40, 30, 16, 12, "Lanczos3" }, { 40, 30, 17, 11, "Lanczos3" }, { 16, 16, 64, 64, "Lanczos3" }, { 5, 3, 13, 2, "Lanczos3" },
        { 40, 30, 16, 12, "Bicubic" }, { 7, 9, 31, 40, "Bicubic" }, { 1, 1, 8, 8, "Bicubic" }, { 64, 1, 3, 5, "Bicubic" },
    };

    [Theory]
    [MemberData(nameof(Resizes))]
    public void Resizing_equals_a_plain_sum_over_the_kernel(int width, int height, int toWidth, int toHeight, string name)
    {
        IResampler sampler = name == "Bicubic" ? KnownResamplers.Bicubic : KnownResamplers.Lanczos3;
        using Image<Rgba32> image = Codecs.Picture(width, height, (x, y) => new Rgba32((byte)(x * 255 / width), (byte)(y * 97 % 256), (byte)((x ^ y) * 8)));

        using Image<Rgba32> resized = image.Clone(context => context.Resize(toWidth, toHeight, sampler));

        Assert.Equal((toWidth, toHeight), (resized.Width, resized.Height));
        for (int y = 0; y < toHeight; y++)
        {
            for (int x = 0; x < toWidth; x++)
            {
                double red = 0;
                double green = 0;
                double blue = 0;
                foreach ((int row, double down) in Taps(y, height, toHeight, name))
                {
                    foreach ((int column, double across) in Taps(x, width, toWidth, name))
                    {
                        Rgba32 pixel = image[column, row];
                        red += down * across * pixel.R;
                        green += down * across * pixel.G;
                        blue += down * across * pixel.B;
                    }
                }

                Rgba32 actual = resized[x, y];
                Assert.InRange(Math.Abs(Math.Clamp(red, 0, 255) - actual.R), 0, 0.6);
                Assert.InRange(Math.Abs(Math.Clamp(green, 0, 255) - actual.G), 0, 0.6);
                Assert.InRange(Math.Abs(Math.Clamp(blue, 0, 255) - actual.B), 0, 0.6);
            }
        }
    }

    [Fact]
    public void Transparent_pixels_do_not_bleed_their_colour()
    {
        using Image<Rgba32> image = Codecs.Picture(32, 32, (x, _) => x < 16 ? new Rgba32(255, 0, 0, 255) : new Rgba32(0, 255, 0, 0));

        image.Mutate(context => context.Resize(9, 9));

        foreach (Rgba32 pixel in Codecs.Pixels(image).Where(pixel => pixel.A > 8))
        {
            Assert.InRange(pixel.R, 240, 255);
            Assert.InRange(pixel.G, 0, 15);
        }
    }

    [Theory]
    [InlineData(96, 32, 32, 32, 32, 0, 64, 32)]
    [InlineData(32, 96, 32, 32, 0, 32, 32, 64)]
    public void Crop_takes_the_middle(int width, int height, int toWidth, int toHeight, int left, int top, int right, int bottom)
    {
        using Image<Rgba32> image = Codecs.Picture(width, height, (x, y) => new Rgba32((byte)x, (byte)y, 7));

        image.Mutate(context => context.Resize(new ResizeOptions { Size = new Size(toWidth, toHeight), Mode = ResizeMode.Crop }));

        Assert.Equal((toWidth, toHeight), (image.Width, image.Height));
        Assert.Equal(new Rgba32((byte)left, (byte)top, 7), image[0, 0]);
        Assert.Equal(new Rgba32((byte)(right - 1), (byte)(bottom - 1), 7), image[toWidth - 1, toHeight - 1]);
    }

    [Fact]
    public void Pad_keeps_everything_and_fills_with_the_colour()
    {
        using Image<Rgba32> image = Codecs.Picture(10, 4, (_, _) => new Rgba32(9, 9, 9));

        image.Mutate(context => context.Resize(new ResizeOptions { Size = new Size(10, 10), Mode = ResizeMode.Pad, PadColor = Color.White }));

        Assert.Equal([255, 255, 255, 9, 9, 9, 9, 255, 255, 255], Enumerable.Range(0, 10).Select(y => (int)image[5, y].R));
    }

    [Fact]
    public void A_side_of_zero_keeps_the_aspect_and_two_are_refused()
    {
        using Image<Rgba32> image = Codecs.Picture(30, 20, Codecs.Pattern);
        using Image<Rgba32> small = image.Clone(context => context.Resize(15, 0));

        Assert.Equal((15, 10), (small.Width, small.Height));
        Assert.ThrowsAny<Exception>(() => image.Mutate(context => context.Resize(0, 0)));
    }

    [Fact]
    public void Pad_centres_on_a_larger_canvas_and_never_shrinks()
    {
        using Image<Rgba32> image = Codecs.Picture(3, 3, (_, _) => new Rgba32(1, 2, 3));

        image.Mutate(context => context.Pad(7, 1, Color.Black));

        Assert.Equal((7, 3), (image.Width, image.Height));
        Assert.Equal([0, 0, 1, 1, 1, 0, 0], Enumerable.Range(0, 7).Select(x => (int)image[x, 1].R));
    }

    [Fact]
    public void Flips_mirror()
    {
        using Image<Rgba32> image = Codecs.Picture(5, 3, Codecs.Pattern);
        using Image<Rgba32> across = image.Clone(context => context.Flip(FlipMode.Horizontal));
        using Image<Rgba32> down = image.Clone(context => context.Flip(FlipMode.Vertical));
        using Image<Rgba32> none = image.Clone(context => context.Flip(FlipMode.None));

        Assert.Equal(Codecs.Pattern(4, 1), across[0, 1]);
        Assert.Equal(Codecs.Pattern(1, 2), down[1, 0]);
        Assert.Equal(Codecs.Pixels(image), Codecs.Pixels(none));
    }

    [Fact]
    public void A_crop_outside_the_picture_is_refused()
    {
        using Image<Rgba32> image = Codecs.Picture(5, 3, Codecs.Pattern);

        Assert.ThrowsAny<Exception>(() => image.Mutate(context => context.Crop(new Rectangle(3, 0, 3, 3))));
    }

    [Fact]
    public void Every_frame_is_processed()
    {
        using Image<Rgba32> image = Codecs.Picture(8, 8, (_, _) => new Rgba32(10, 10, 10));
        image.Frames.AddFrame((ReadOnlySpan<Rgba32>)Enumerable.Repeat(new Rgba32(200, 200, 200), 64).ToArray());

        image.Mutate(context => context.Resize(4, 2));

        Assert.Equal((4, 2), (image.Frames[1].Width, image.Frames[1].Height));
        Assert.Equal(new Rgba32(200, 200, 200), image.Frames[1][3, 1]);
    }

    /// <summary>The weights by the definition of the kernel: clipped to the picture, summing to one.</summary>
    private static List<(int Index, double Weight)> Taps(int target, int from, int to, string name)
    {
        double ratio = from / (double)to;
        double scale = Math.Max(1, ratio);
        double radius = Math.Ceiling(scale * (name == "Bicubic" ? 2 : 3));
        double centre = ((target + 0.5) * ratio) - 0.5;
        List<(int, double)> taps = [];
        for (int i = Math.Max(0, (int)Math.Ceiling(centre - radius)); i <= Math.Min(from - 1, (int)Math.Floor(centre + radius)); i++)
        {
            double x = Math.Abs((i - centre) / scale);
            double weight = name == "Bicubic"
                ? x <= 1 ? (1.5 * x * x * x) - (2.5 * x * x) + 1 : x < 2 ? (-0.5 * x * x * x) + (2.5 * x * x) - (4 * x) + 2 : 0
                : x >= 3 ? 0 : x < 1e-9 ? 1 : 3 * Math.Sin(Math.PI * x) * Math.Sin(Math.PI * x / 3) / (Math.PI * Math.PI * x * x);
            taps.Add((i, weight));
        }

        double sum = taps.Sum(tap => tap.Item2);
        return [.. taps.Select(tap => (tap.Item1, tap.Item2 / sum))];
    }
}
