namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>A picture of one channel.</summary>
/// <param name="Levels">uint8 <c>[Height, Width]</c>, row by row without gaps; may be longer than that.</param>
internal readonly record struct GreyImage(byte[] Levels, int Width, int Height)
{
    /// <summary>Rec. 601 luma in 15-bit fixed point, as OpenCV's <c>COLOR_RGB2GRAY</c>. Alpha is ignored.</summary>
    public static GreyImage FromRgba(ReadOnlySpan<byte> rgba, int width, int height)
    {
        byte[] levels = GC.AllocateUninitializedArray<byte>(width * height);
        for (int i = 0, at = 0; i < levels.Length; i++, at += 4)
        {
            levels[i] = (byte)(((rgba[at] * 9798) + (rgba[at + 1] * 19235) + (rgba[at + 2] * 3735) + (1 << 14)) >> 15);
        }

        return new GreyImage(levels, width, height);
    }

    public GreyImage Mirrored()
    {
        byte[] levels = Levels.AsSpan(0, Width * Height).ToArray();
        for (int y = 0; y < Height; y++)
        {
            levels.AsSpan(y * Width, Width).Reverse();
        }

        return new GreyImage(levels, Width, Height);
    }

    /// <summary>
    /// Bilinear between the two nearest pixels on each axis, centres aligned, weights of 8 bits, rounded once at the end: the
    /// arithmetic of OpenCV's <c>INTER_LINEAR_EXACT</c>, which its detector builds its pyramid with.
    /// </summary>
    public GreyImage Resize(int width, int height)
    {
        if (width == Width && height == Height)
        {
            return this;
        }

        byte[] result = GC.AllocateUninitializedArray<byte>(width * height);
        (int[] left, int[] right, int[] part) = Taps(Width, width);
        (int[] top, int[] bottom, int[] down) = Taps(Height, height);
        int[] upper = new int[width];
        int[] lower = new int[width];
        int upperRow = -1;
        int lowerRow = -1;
        for (int y = 0; y < height; y++)
        {
            if (upperRow != top[y])
            {
                if (lowerRow == top[y])
                {
                    (upper, lower, upperRow, lowerRow) = (lower, upper, lowerRow, upperRow);
                }
                else
                {
                    Across(Levels.AsSpan(top[y] * Width, Width), left, right, part, upper);
                    upperRow = top[y];
                }
            }

            if (lowerRow != bottom[y])
            {
                Across(Levels.AsSpan(bottom[y] * Width, Width), left, right, part, lower);
                lowerRow = bottom[y];
            }

            int weight = down[y];
            Span<byte> row = result.AsSpan(y * width, width);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = (byte)(((upper[x] * (256 - weight)) + (lower[x] * weight) + (1 << 15)) >> 16);
            }
        }

        return new GreyImage(result, width, height);
    }

    private static void Across(ReadOnlySpan<byte> row, int[] left, int[] right, int[] part, int[] result)
    {
        for (int x = 0; x < result.Length; x++)
        {
            result[x] = (row[left[x]] * (256 - part[x])) + (row[right[x]] * part[x]);
        }
    }

    private static (int[] First, int[] Second, int[] Part) Taps(int from, int to)
    {
        var taps = (First: new int[to], Second: new int[to], Part: new int[to]);
        double scale = (double)from / to;
        for (int i = 0; i < to; i++)
        {
            double at = ((i + 0.5) * scale) - 0.5;
            int first = (int)Math.Floor(at);
            taps.Part[i] = (int)Math.Round((at - first) * 256);
            taps.First[i] = Math.Clamp(first, 0, from - 1);
            taps.Second[i] = Math.Clamp(first + 1, 0, from - 1);
        }

        return taps;
    }
}
