using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Prepare;

/// <summary>Transparent pictures over a ground, as every browser lays them: in stored levels, not in light.</summary>
internal static class AlphaOver
{
    private const int White = 255;
    private const int Grey = 128;

    /// <returns>uint8 [height, width, 4], opaque: the picture's own bytes when it is. Over white for <see cref="AlphaPolicy.Keep"/>.</returns>
    public static byte[] Solid(RgbaImage picture, AlphaPolicy policy)
    {
        if (picture.IsOpaque)
        {
            return picture.Rgba;
        }

        int ground = policy == AlphaPolicy.Grey ? Grey : White;
        byte[] solid = (byte[])picture.Rgba.Clone();
        for (int at = 0; at < solid.Length; at += 4)
        {
            int alpha = solid[at + 3];
            if (alpha != 255)
            {
                solid[at] = Over(solid[at], alpha, ground);
                solid[at + 1] = Over(solid[at + 1], alpha, ground);
                solid[at + 2] = Over(solid[at + 2], alpha, ground);
                solid[at + 3] = 255;
            }
        }

        return solid;
    }

    private static byte Over(int level, int alpha, int ground) => (byte)(((level * alpha) + (ground * (255 - alpha)) + 127) / 255);
}
