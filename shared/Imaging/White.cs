namespace LatentWalk.Imaging;

/// <summary>The paper that pictures with alpha are shown on.</summary>
internal static class White
{
    public static byte Under(int level, int alpha) => (byte)(((level * alpha) + (255 * (255 - alpha)) + 127) / 255);

    /// <param name="rgba">uint8 [n, 4], straight alpha; made opaque.</param>
    public static void Under(Span<byte> rgba)
    {
        for (int at = 0; at < rgba.Length; at += 4)
        {
            byte alpha = rgba[at + 3];
            if (alpha != 255)
            {
                rgba[at] = Under(rgba[at], alpha);
                rgba[at + 1] = Under(rgba[at + 1], alpha);
                rgba[at + 2] = Under(rgba[at + 2], alpha);
                rgba[at + 3] = 255;
            }
        }
    }
}
