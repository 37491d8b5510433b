namespace LatentWalk.Viewer.Working;

/// <summary>One face of a grid: as it is, or reduced where 64 of them would not fit a graphics card's largest texture.</summary>
internal static class SheetTile
{
    private const int Largest = 256;

    public static (int Width, int Height) Size(int width, int height)
    {
        int reduction = Reduction(width, height);
        return (Math.Max(1, width / reduction), Math.Max(1, height / reduction));
    }

    /// <summary>[height, width, 4] → [tile height, tile width, 4], averaging where it is reduced.</summary>
    public static void Reduce(ReadOnlySpan<byte> face, int width, int height, Span<byte> tile)
    {
        int reduction = Reduction(width, height);
        if (reduction == 1)
        {
            face.CopyTo(tile);
            return;
        }

        (int tileWidth, int tileHeight) = Size(width, height);
        for (int y = 0; y < tileHeight; y++)
        {
            ReduceRow(face[(y * reduction * width * 4)..], width, reduction, tile.Slice(y * tileWidth * 4, tileWidth * 4));
        }
    }

    // How many source pixels, each way, become one pixel of a tile.
    private static int Reduction(int width, int height) => (Math.Max(width, height) + Largest - 1) / Largest;

    private static void ReduceRow(ReadOnlySpan<byte> rows, int width, int reduction, Span<byte> result)
    {
        int area = reduction * reduction;
        for (int i = 0; i < result.Length; i++)
        {
            int left = i / 4 * reduction * 4 + i % 4;
            int sum = area / 2;
            for (int y = 0; y < reduction; y++)
            {
                for (int x = 0; x < reduction; x++)
                {
                    sum += rows[y * width * 4 + left + x * 4];
                }
            }

            result[i] = (byte)(sum / area);
        }
    }
}
