namespace LatentWalk.Inference;

/// <summary>A picture as few numbers: its colours at 16×16, each the mean over a square of the picture.</summary>
public static class SmallPicture
{
    public const int Side = 16;

    public const int Length = Side * Side * 3;

    /// <param name="rgba">uint8 [height, width, 4].</param>
    /// <param name="width">At least 1.</param>
    /// <param name="height">At least 1.</param>
    /// <param name="small">[<see cref="Length"/>], filled with levels of 255: [16, 16, 3].</param>
    public static void Write(ReadOnlySpan<byte> rgba, int width, int height, Span<float> small)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, width * height * 4);
        ArgumentOutOfRangeException.ThrowIfNotEqual(small.Length, Length);
        for (int y = 0; y < Side; y++)
        {
            int top = y * height / Side, bottom = Math.Max(top + 1, (y + 1) * height / Side);
            for (int x = 0; x < Side; x++)
            {
                int left = x * width / Side, right = Math.Max(left + 1, (x + 1) * width / Side);
                int red = 0, green = 0, blue = 0;
                for (int row = top; row < bottom; row++)
                {
                    var line = rgba.Slice(((row * width) + left) * 4, (right - left) * 4);
                    for (int i = 0; i < line.Length; i += 4)
                    {
                        red += line[i];
                        green += line[i + 1];
                        blue += line[i + 2];
                    }
                }

                float scale = 1f / ((right - left) * (bottom - top));
                var pixel = small.Slice(((y * Side) + x) * 3, 3);
                (pixel[0], pixel[1], pixel[2]) = (red * scale, green * scale, blue * scale);
            }
        }
    }
}
