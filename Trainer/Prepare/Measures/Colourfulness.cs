namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>How much the colours of a picture differ in hue and strength: small for black and white, and for any one tint as well.</summary>
internal static class Colourfulness
{
    /// <param name="rgba">uint8 [n, 4].</param>
    /// <returns>Root mean square distance of Cb and Cr from their mean, in 8-bit levels.</returns>
    public static float Of(ReadOnlySpan<byte> rgba)
    {
        double blue = 0, red = 0, squares = 0;
        int count = rgba.Length / 4;
        for (int at = 0; at < rgba.Length; at += 4)
        {
            double cb = (-0.168736 * rgba[at]) - (0.331264 * rgba[at + 1]) + (0.5 * rgba[at + 2]);
            double cr = (0.5 * rgba[at]) - (0.418688 * rgba[at + 1]) - (0.081312 * rgba[at + 2]);
            blue += cb;
            red += cr;
            squares += (cb * cb) + (cr * cr);
        }

        double variance = (squares / count) - ((blue * blue / count) + (red * red / count)) / count;
        return (float)Math.Sqrt(Math.Max(0, variance));
    }
}
