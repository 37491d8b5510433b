using LatentWalk.Imaging.Resampling;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace LatentWalk.Imaging.Tests.Resampling;

/// <summary>Shrinking row by row is the library's Lanczos 3, to one level.</summary>
public sealed class RowResamplerTests
{
    [Theory]
    [InlineData(128, 128, 64)]
    [InlineData(200, 120, 64)]
    [InlineData(90, 301, 64)]
    [InlineData(65, 64, 64)]
    [InlineData(1000, 40, 64)]
    [InlineData(33, 777, 48)]
    [InlineData(500, 499, 7)]
    [InlineData(300, 2, 16)]
    public void It_agrees_with_the_library(int width, int height, int size)
    {
        byte[] rgba = TestPatterns.Gradient(width, height, phase: 5);
        foreach (Fit fit in new[] { Fit.Crop, Fit.Pad })
        {
            byte[] expected = Library(rgba, width, height, size, fit);
            byte[] ours = Ours(rgba, width, height, size, fit);
            int worst = 0;
            for (int i = 0; i < size * size; i++)
            {
                for (int c = 0; c < 3; c++)
                {
                    worst = Math.Max(worst, Math.Abs(expected[(4 * i) + c] - ours[(3 * i) + c]));
                }
            }

            Assert.InRange(worst, 0, 1);
        }
    }

    [Fact]
    public void A_picture_of_one_colour_keeps_it()
    {
        byte[] rgba = new byte[4 * 97 * 61];
        for (int i = 0; i < rgba.Length; i += 4)
        {
            (rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]) = (255, 0, 77, 255);
        }

        Assert.All(Ours(rgba, 97, 61, 32, Fit.Crop).Chunk(3), pixel => Assert.Equal([255, 0, 77], pixel));
    }

    private static byte[] Ours(byte[] rgba, int width, int height, int size, Fit fit)
    {
        using var resampler = new RowResampler(width, height, size, fit);
        for (int y = 0; y < height; y++)
        {
            resampler.Add(rgba.AsSpan(4 * width * y, 4 * width));
        }

        return resampler.Result;
    }

    private static byte[] Library(byte[] rgba, int width, int height, int size, Fit fit)
    {
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>(ImageLibrary.Configuration, rgba, width, height);
        image.Mutate(context => context.Resize(new ResizeOptions
        {
            Size = new Size(size, size), Mode = fit == Fit.Crop ? ResizeMode.Crop : ResizeMode.Pad, Sampler = KnownResamplers.Lanczos3, PadColor = Color.White,
        }));
        byte[] result = new byte[4 * size * size];
        image.CopyPixelDataTo(result);
        return result;
    }
}
