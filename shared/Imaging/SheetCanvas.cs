namespace LatentWalk.Imaging;

/// <summary>A sheet that pictures of one size are placed on, row by row, left to right. Any thread: places do not overlap.</summary>
public sealed class SheetCanvas
{
    /// <summary>0xRRGGBB.</summary>
    public const int Dark = 0x121317;

    private readonly int _pictureWidth;
    private readonly int _pictureHeight;
    private readonly int _columns;
    private readonly int _gap;
    private readonly int _scale;

    /// <param name="count">Pictures there is place for.</param>
    /// <param name="width">Of a picture.</param>
    /// <param name="height">Of a picture.</param>
    /// <param name="columns">How many to a row; fewer pictures than that make a narrower sheet.</param>
    /// <param name="gap">Pixels of ground between pictures and around them.</param>
    /// <param name="scale">Every pixel becomes a square of this many.</param>
    /// <param name="ground">0xRRGGBB.</param>
    public SheetCanvas(int count, int width, int height, int columns, int gap = 2, int scale = 1, int ground = Dark)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        (_pictureWidth, _pictureHeight, _gap, _scale) = (width, height, gap, scale);
        _columns = Math.Min(columns, count);
        (long sheetWidth, long sheetHeight) = SizeOf(count, width * scale, height * scale, columns, gap);
        (Width, Height) = (checked((int)sheetWidth), checked((int)sheetHeight));
        Rgba = new byte[checked(4 * Width * Height)];
        ReadOnlySpan<byte> pixel = [(byte)(ground >> 16), (byte)(ground >> 8), (byte)ground, 255];
        for (int i = 0; i < Rgba.Length; i += 4)
        {
            pixel.CopyTo(Rgba.AsSpan(i));
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>uint8 <c>[Height, Width, 4]</c>, opaque.</summary>
    public byte[] Rgba { get; }

    /// <summary>Pixels of such a sheet, without making it.</summary>
    public static (long Width, long Height) SizeOf(int count, int width, int height, int columns, int gap = 2)
    {
        columns = Math.Min(columns, count);
        long rows = (count + (long)columns - 1) / columns;
        return ((columns * (long)(width + gap)) + gap, (rows * (height + gap)) + gap);
    }

    /// <param name="index">Which place, from 0.</param>
    /// <param name="picture">uint8 <c>[height, width, 4]</c>, laid over the ground.</param>
    public void Place(int index, ReadOnlySpan<byte> picture)
    {
        RgbaPicture.RequireLength(picture, _pictureWidth, _pictureHeight, nameof(picture));
        int left = _gap + (index % _columns * ((_pictureWidth * _scale) + _gap));
        int top = _gap + (index / _columns * ((_pictureHeight * _scale) + _gap));
        Span<byte> target = Rgba.AsSpan(4 * ((top * Width) + left));
        for (int y = 0; y < _pictureHeight; y++)
        {
            Span<byte> row = target[(4 * y * _scale * Width)..];
            for (int x = 0; x < _pictureWidth; x++)
            {
                ReadOnlySpan<byte> pixel = picture.Slice(4 * ((y * _pictureWidth) + x), 4);
                for (int k = 0; k < _scale; k++)
                {
                    Blend(pixel, row.Slice(4 * ((x * _scale) + k), 4));
                }
            }

            for (int k = 1; k < _scale; k++)
            {
                row[..(4 * _pictureWidth * _scale)].CopyTo(row[(4 * k * Width)..]);
            }
        }
    }

    private static void Blend(ReadOnlySpan<byte> pixel, Span<byte> ground)
    {
        int alpha = pixel[3];
        for (int c = 0; c < 3; c++)
        {
            ground[c] = (byte)(((pixel[c] * alpha) + (ground[c] * (255 - alpha)) + 127) / 255);
        }
    }
}
