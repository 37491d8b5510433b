namespace LatentWalk.Imaging.Tests;

/// <summary>The checked-in pictures (see <c>Pictures/make.sh</c>) and what other programs decode them to.</summary>
internal static class SamplePictures
{
    public const int Width = 24;
    public const int Height = 16;

    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Pictures", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));

    /// <summary>uint8 RGB <c>[16, 24, 3]</c>, alpha over white.</summary>
    public static byte[] ExpectedRgb(string name)
    {
        byte[] rgba = Bytes(name + ".rgba");
        byte[] rgb = new byte[3 * Width * Height];
        for (int i = 0; i < Width * Height; i++)
        {
            int alpha = rgba[(4 * i) + 3];
            for (int c = 0; c < 3; c++)
            {
                rgb[(3 * i) + c] = (byte)Math.Round(((rgba[(4 * i) + c] * alpha) + (255 * (255 - alpha))) / 255.0);
            }
        }

        return rgb;
    }
}
