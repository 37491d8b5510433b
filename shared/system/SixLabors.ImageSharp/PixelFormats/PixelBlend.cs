namespace SixLabors.ImageSharp.PixelFormats;

internal static class PixelBlend
{
    /// <summary>Source over backdrop, straight alpha (Porter and Duff).</summary>
    public static Rgba32 Over(Rgba32 source, Rgba32 backdrop)
    {
        if (source.A == 255 || backdrop.A == 0)
        {
            return source;
        }

        if (source.A == 0)
        {
            return backdrop;
        }

        float top = source.A / 255f;
        float below = backdrop.A / 255f * (1 - top);
        float alpha = top + below;
        return new Rgba32(
            Mix(source.R, backdrop.R, top, below, alpha),
            Mix(source.G, backdrop.G, top, below, alpha),
            Mix(source.B, backdrop.B, top, below, alpha),
            (byte)((alpha * 255) + 0.5f));
    }

    private static byte Mix(byte source, byte backdrop, float top, float below, float alpha) =>
        (byte)((((source * top) + (backdrop * below)) / alpha) + 0.5f);
}
