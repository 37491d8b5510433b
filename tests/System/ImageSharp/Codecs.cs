using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;

namespace LatentWalk.StandIns.Tests.ImageSharp;

internal static class Codecs
{
    public static DecoderOptions Options { get; } = new();

    public static Image<Rgba32> Picture(int width, int height, Func<int, int, Rgba32> at)
    {
        Image<Rgba32> image = new(Configuration.Default, width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                image[x, y] = at(x, y);
            }
        }

        return image;
    }

    public static Rgba32 Pattern(int x, int y) => new((byte)((x * 37) + y), (byte)((y * 53) + (x * x)), (byte)(x * y * 11), (byte)(255 - (x * y)));

    public static byte[] Encode(Image image, IImageEncoder encoder)
    {
        using MemoryStream stream = new();
        image.Save(stream, encoder);
        return stream.ToArray();
    }

    public static Rgba32[] Pixels(Image<Rgba32> image)
    {
        Rgba32[] pixels = new Rgba32[image.Width * image.Height];
        image.CopyPixelDataTo(pixels);
        return pixels;
    }
}
