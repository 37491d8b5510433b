using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Moves pixels without changing them.</summary>
internal static class Rearrange
{
    public static Rgba32[] Flip(Rgba32[] pixels, Size size, FlipMode mode)
    {
        Rgba32[] result = (Rgba32[])pixels.Clone();
        if (mode == FlipMode.Vertical)
        {
            for (int y = 0; y < size.Height; y++)
            {
                pixels.AsSpan(y * size.Width, size.Width).CopyTo(result.AsSpan((size.Height - 1 - y) * size.Width));
            }
        }
        else if (mode == FlipMode.Horizontal)
        {
            for (int y = 0; y < size.Height; y++)
            {
                result.AsSpan(y * size.Width, size.Width).Reverse();
            }
        }

        return result;
    }

    public static Rgba32[] Transpose(Rgba32[] pixels, Size size)
    {
        Rgba32[] result = new Rgba32[pixels.Length];
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
            {
                result[(x * size.Height) + y] = pixels[(y * size.Width) + x];
            }
        }

        return result;
    }
}
