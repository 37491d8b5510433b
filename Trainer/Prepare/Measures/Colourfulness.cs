namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>
/// How far the most coloured 0.3 % of a picture are from having no colour of their own: small for black and white, and for any one tint as well (old paper, sepia),
/// large as soon as a lamp or an eye is coloured. A tint is weak, of one hue, and the same wherever the picture is equally bright; and a picture that is
/// neutral for the most part has none.
/// </summary>
internal static class Colourfulness
{
    private const double Part = 0.003;
    private const int Bins = 16;
    private const int Levels = 256;
    private const float Neutral = 4;
    private const float StrongestTint = 40;
    private const int Darkest = 40;
    private const int Brightest = 215;

    /// <param name="rgba">uint8 [n, 4].</param>
    /// <returns>Distance in the plane of Cb and Cr, in 8-bit levels.</returns>
    public static float Of(ReadOnlySpan<byte> rgba)
    {
        int count = rgba.Length / 4;
        Span<double> blue = stackalloc double[Bins];
        Span<double> red = stackalloc double[Bins];
        Span<int> inBin = stackalloc int[Bins];
        int middle = 0, neutral = 0;
        for (int at = 0; at < rgba.Length; at += 4)
        {
            (float luma, float cb, float cr) = Split(rgba[at..]);
            if (luma is >= Darkest and <= Brightest)
            {
                middle++;
                neutral += (cb * cb) + (cr * cr) < Neutral * Neutral ? 1 : 0;
            }

            int bin = (int)luma * Bins / Levels;
            (blue[bin], red[bin], inBin[bin]) = (blue[bin] + cb, red[bin] + cr, inBin[bin] + 1);
        }

        Span<(float Blue, float Red)> tints = stackalloc (float, float)[Bins];
        if (2 * neutral < middle)
        {
            FindTints(blue, red, inBin, tints);
        }

        Span<int> distances = stackalloc int[Levels];
        for (int at = 0; at < rgba.Length; at += 4)
        {
            (float luma, float cb, float cr) = Split(rgba[at..]);
            (float tintBlue, float tintRed) = tints[(int)luma * Bins / Levels];
            distances[(int)MathF.Sqrt(((cb - tintBlue) * (cb - tintBlue)) + ((cr - tintRed) * (cr - tintRed)))]++;
        }

        int above = (int)(count * Part);
        int level = Levels - 1;
        for (; level > 0 && (above -= distances[level]) >= 0; level--)
        {
        }

        return level;
    }

    // Of each brightness its mean colour, as far as that is of the picture's one hue and weak.
    private static void FindTints(ReadOnlySpan<double> blue, ReadOnlySpan<double> red, ReadOnlySpan<int> inBin, Span<(float Blue, float Red)> tints)
    {
        double allBlue = 0, allRed = 0;
        for (int i = 0; i < Bins; i++)
        {
            (allBlue, allRed) = (allBlue + blue[i], allRed + red[i]);
        }

        double length = Math.Sqrt((allBlue * allBlue) + (allRed * allRed));
        if (length == 0)
        {
            return;
        }

        (double x, double y) = (allBlue / length, allRed / length);
        for (int i = 0; i < Bins; i++)
        {
            if (inBin[i] > 0)
            {
                double along = Math.Clamp(((blue[i] * x) + (red[i] * y)) / inBin[i], 0, StrongestTint);
                tints[i] = ((float)(along * x), (float)(along * y));
            }
        }
    }

    private static (float Luma, float Blue, float Red) Split(ReadOnlySpan<byte> rgb) => (
        (0.299f * rgb[0]) + (0.587f * rgb[1]) + (0.114f * rgb[2]),
        (-0.168736f * rgb[0]) - (0.331264f * rgb[1]) + (0.5f * rgb[2]),
        (0.5f * rgb[0]) - (0.418688f * rgb[1]) - (0.081312f * rgb[2]));
}
