namespace LatentWalk.Quality;

/// <summary>A picture as its colours at 16×16, each the mean over a square of the picture, on [-1, 1]: what looks alike is near, and noise does not count.</summary>
internal static class SmallColours
{
    public const int Side = 16;

    public const int Length = Side * Side * 3;

    /// <param name="rgb">uint8 [size, size, 3].</param>
    /// <param name="small">[<see cref="Length"/>], filled: [16, 16, 3].</param>
    public static void Write(ReadOnlySpan<byte> rgb, int size, Span<float> small)
    {
        for (int y = 0; y < Side; y++)
        {
            int top = y * size / Side, bottom = Math.Max(top + 1, (y + 1) * size / Side);
            for (int x = 0; x < Side; x++)
            {
                int left = x * size / Side, right = Math.Max(left + 1, (x + 1) * size / Side);
                int red = 0, green = 0, blue = 0;
                for (int row = top; row < bottom; row++)
                {
                    var line = rgb.Slice(((row * size) + left) * 3, (right - left) * 3);
                    for (int at = 0; at < line.Length; at += 3)
                    {
                        red += line[at];
                        green += line[at + 1];
                        blue += line[at + 2];
                    }
                }

                float scale = (float)(Levels.Step / ((right - left) * (bottom - top)));
                var pixel = small.Slice(((y * Side) + x) * 3, 3);
                (pixel[0], pixel[1], pixel[2]) = ((red * scale) - 1, (green * scale) - 1, (blue * scale) - 1);
            }
        }
    }
}
