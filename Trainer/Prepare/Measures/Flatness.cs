using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>
/// The part of a picture that is of exactly one colour from pixel to pixel, whatever colours those are. Drawings have such places, even drawings that were compressed; where a
/// camera looks there is shade and grain. Black and white places count as neither: there a photograph is cut off.
/// </summary>
internal static class Flatness
{
    private const int Tile = 3;
    private const int Cut = 2;

    // More tiles tell no more.
    private const int LargestCount = 128;

    /// <param name="rgba">uint8 [rows of <paramref name="stride"/> pixels, 4]; alpha is ignored.</param>
    /// <returns>0 to 1; 1 where all is black or white.</returns>
    public static float Of(ReadOnlySpan<byte> rgba, int stride, FaceBox area)
    {
        int step = Tile * Math.Max(1, (Math.Max(area.Width, area.Height) + (Tile * LargestCount) - 1) / (Tile * LargestCount));
        int tiles = 0, flat = 0;
        for (int y = 0; y + Tile <= area.Height; y += step)
        {
            for (int x = 0; x + Tile <= area.Width; x += step)
            {
                ReadOnlySpan<byte> corner = rgba[(4 * (((area.Y + y) * stride) + area.X + x))..];
                if (!corner[..3].ContainsAnyInRange((byte)(Cut + 1), (byte)(254 - Cut)))
                {
                    continue;
                }

                tiles++;
                flat += IsFlat(corner, stride) ? 1 : 0;
            }
        }

        return tiles == 0 ? 1 : (float)flat / tiles;
    }

    private static bool IsFlat(ReadOnlySpan<byte> corner, int stride)
    {
        for (int y = 0; y < Tile; y++)
        {
            for (int x = 0; x < Tile; x++)
            {
                if (!corner.Slice(4 * ((y * stride) + x), 3).SequenceEqual(corner[..3]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
