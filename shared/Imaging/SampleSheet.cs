namespace LatentWalk.Imaging;

/// <summary>Many pictures of one size on one dark sheet.</summary>
public static class SampleSheet
{
    private static ReadOnlySpan<byte> Ground => [18, 19, 23, 255];

    /// <param name="pictures">Each uint8 <c>[height, width, 4]</c>; laid out row by row, left to right.</param>
    /// <param name="columns">How many to a row; fewer pictures than that make a narrower sheet.</param>
    /// <param name="gap">Pixels of ground between pictures and around them.</param>
    /// <param name="scale">Every pixel becomes a square of this many.</param>
    /// <returns>uint8 <c>[Height, Width, 4]</c>, opaque where the pictures are.</returns>
    public static (byte[] Rgba, int Width, int Height) Compose(
        IReadOnlyList<byte[]> pictures, int width, int height, int columns, int gap = 2, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfZero(pictures.Count, nameof(pictures));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        columns = Math.Min(columns, pictures.Count);
        int rows = (pictures.Count + columns - 1) / columns;
        int cellWidth = (width * scale) + gap;
        int cellHeight = (height * scale) + gap;
        int sheetWidth = checked((columns * cellWidth) + gap);
        int sheetHeight = checked((rows * cellHeight) + gap);

        byte[] sheet = new byte[checked(4 * sheetWidth * sheetHeight)];
        for (int i = 0; i < sheet.Length; i += 4)
        {
            Ground.CopyTo(sheet.AsSpan(i));
        }

        for (int i = 0; i < pictures.Count; i++)
        {
            RgbaPicture.RequireLength(pictures[i], width, height, nameof(pictures));
            int left = gap + (i % columns * cellWidth);
            int top = gap + (i / columns * cellHeight);
            Place(pictures[i], width, height, scale, sheet.AsSpan(4 * ((top * sheetWidth) + left)), sheetWidth);
        }

        return (sheet, sheetWidth, sheetHeight);
    }

    private static void Place(ReadOnlySpan<byte> picture, int width, int height, int scale, Span<byte> target, int sheetWidth)
    {
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = target[(4 * y * scale * sheetWidth)..];
            for (int x = 0; x < width; x++)
            {
                ReadOnlySpan<byte> pixel = picture.Slice(4 * ((y * width) + x), 4);
                for (int k = 0; k < scale; k++)
                {
                    Blend(pixel, row.Slice(4 * ((x * scale) + k), 4));
                }
            }

            for (int k = 1; k < scale; k++)
            {
                row[..(4 * width * scale)].CopyTo(row[(4 * k * sheetWidth)..]);
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
