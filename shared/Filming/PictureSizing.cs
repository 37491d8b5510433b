using System.Runtime.InteropServices;
using LatentWalk.Imaging;

namespace LatentWalk.Filming;

/// <summary>How a generator's picture becomes one of another size.</summary>
/// <param name="Width">Of the result, in pixels.</param>
/// <param name="Height">Of the result, in pixels.</param>
/// <param name="Smooth">Lanczos to any size; else every pixel becomes a square of a whole number of them.</param>
public sealed record PictureSizing(int Width, int Height, bool Smooth = false)
{
    /// <summary>Every pixel becomes a square of <paramref name="scale"/> times as many.</summary>
    public static PictureSizing Times(int scale, int width, int height) => new(width * scale, height * scale);

    /// <summary>Bytes of one result.</summary>
    public int Bytes => checked(4 * Width * Height);

    /// <summary>uint8 [height, width, 4] → uint8 [<see cref="Height"/>, <see cref="Width"/>, 4], filled.</summary>
    public void Apply(ReadOnlySpan<byte> rgba, int width, int height, Span<byte> result)
    {
        if ((width, height) == (Width, Height))
        {
            rgba.CopyTo(result);
        }
        else if (Smooth)
        {
            Lanczos.Resize(rgba, width, height, Width, Height, result);
        }
        else
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(Width % width, 0, nameof(width));
            ArgumentOutOfRangeException.ThrowIfNotEqual(Height % height, 0, nameof(height));
            Nearest(MemoryMarshal.Cast<byte, uint>(rgba), width, height, MemoryMarshal.Cast<byte, uint>(result));
        }
    }

    private void Nearest(ReadOnlySpan<uint> pixels, int width, int height, Span<uint> target)
    {
        int across = Width / width;
        int down = Height / height;
        for (int y = 0; y < height; y++)
        {
            var row = target.Slice(y * down * Width, Width);
            for (int x = 0; x < width; x++)
            {
                row.Slice(x * across, across).Fill(pixels[y * width + x]);
            }

            for (int copy = 1; copy < down; copy++)
            {
                row.CopyTo(target[((y * down + copy) * Width)..]);
            }
        }
    }
}
