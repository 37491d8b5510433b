using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// Many small pictures in one texture, replaced one by one: for the minimap, the shelf, the list of generators. Whatever comes is
/// averaged down to a square of <see cref="Side"/> pixels; what is not square is centred on black.
/// </summary>
internal sealed class ThumbnailAtlas : IDisposable
{
    internal const int Side = 48;
    private const int Columns = 16;
    private const int PixelBytes = 4;

    private readonly byte[] small = new byte[Side * Side * PixelBytes];

    internal ThumbnailAtlas(GL gl, int rows = 16) => Texture = new PictureTexture(gl, Side, Side, Columns, rows);

    internal PictureTexture Texture { get; }

    internal int Count => Columns * Texture.Rows;

    /// <param name="tile">In [0, <see cref="Count"/>).</param>
    /// <param name="rgba">[height, width, 4], top row first.</param>
    internal void Put(int tile, ReadOnlySpan<byte> rgba, int width, int height)
    {
        Reduce(rgba, width, height, small);
        Texture.Upload(small, tile);
    }

    public void Dispose() => Texture.Dispose();

    /// <summary>The mean of what lies under each of Side × Side pixels, the longer side filling the square.</summary>
    internal static void Reduce(ReadOnlySpan<byte> rgba, int width, int height, Span<byte> square)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, width * height * PixelBytes, nameof(rgba));
        ArgumentOutOfRangeException.ThrowIfNotEqual(square.Length, Side * Side * PixelBytes, nameof(square));
        double step = Math.Max(width, height) / (double)Side;
        double left = (width - step * Side) / 2;
        double top = (height - step * Side) / 2;
        for (int y = 0; y < Side; y++)
        {
            int fromY = (int)Math.Floor(top + y * step);
            int toY = Math.Max(fromY + 1, (int)Math.Floor(top + (y + 1) * step));
            for (int x = 0; x < Side; x++)
            {
                int fromX = (int)Math.Floor(left + x * step);
                int toX = Math.Max(fromX + 1, (int)Math.Floor(left + (x + 1) * step));
                Average(rgba, width, height, fromX, fromY, toX, toY, square.Slice((y * Side + x) * PixelBytes, PixelBytes));
            }
        }
    }

    private static void Average(ReadOnlySpan<byte> rgba, int width, int height, int fromX, int fromY, int toX, int toY, Span<byte> pixel)
    {
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int y = Math.Max(0, fromY); y < Math.Min(height, toY); y++)
        {
            for (int x = Math.Max(0, fromX); x < Math.Min(width, toX); x++)
            {
                ReadOnlySpan<byte> from = rgba.Slice((y * width + x) * PixelBytes, PixelBytes);
                red += from[0];
                green += from[1];
                blue += from[2];
                count++;
            }
        }

        int divisor = Math.Max(1, count);
        pixel[0] = (byte)(red / divisor);
        pixel[1] = (byte)(green / divisor);
        pixel[2] = (byte)(blue / divisor);
        pixel[3] = 255;
    }
}
