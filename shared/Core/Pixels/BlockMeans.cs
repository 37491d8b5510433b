namespace LatentWalk.Core.Pixels;

/// <summary>A picture as its colours at 16×16, each the mean over a square of the picture.</summary>
public static class BlockMeans
{
    public const int Side = 16;

    public const int Length = Side * Side * 3;

    /// <param name="pixels">uint8 [height, width, channels], the first three of them colours.</param>
    /// <param name="channels">3 or 4.</param>
    /// <param name="width">At least 1.</param>
    /// <param name="height">At least 1.</param>
    /// <param name="step">What a level of 255 becomes.</param>
    /// <param name="black">What level 0 becomes.</param>
    /// <param name="small">[<see cref="Length"/>], filled: [16, 16, 3].</param>
    public static void Write(ReadOnlySpan<byte> pixels, int channels, int width, int height, double step, float black, Span<float> small)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, width * height * channels);
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
                    var line = pixels.Slice(((row * width) + left) * channels, (right - left) * channels);
                    for (int at = 0; at < line.Length; at += channels)
                    {
                        red += line[at];
                        green += line[at + 1];
                        blue += line[at + 2];
                    }
                }

                float scale = (float)(step / ((right - left) * (bottom - top)));
                var mean = small.Slice(((y * Side) + x) * 3, 3);
                (mean[0], mean[1], mean[2]) = ((red * scale) + black, (green * scale) + black, (blue * scale) + black);
            }
        }
    }
}
