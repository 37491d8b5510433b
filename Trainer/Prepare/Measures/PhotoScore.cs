using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>
/// Drawings are made of few colours, photographs of many: the part of the foreground that is not in the picture's eight
/// commonest colours of 4 bits a channel. What looks like the border counts as background, as far as enough is left.
/// </summary>
internal static class PhotoScore
{
    private const int CommonColours = 8;
    private const int LargestSide = 512;
    private const int BackgroundLevels = 24;
    private const double LeastForeground = 0.1;

    /// <param name="rgba">uint8 [rows of <paramref name="stride"/> pixels, 4]; alpha is ignored.</param>
    /// <param name="background">The colour of the border.</param>
    /// <returns>0 flat colours to 1 no two pixels alike.</returns>
    public static float Of(ReadOnlySpan<byte> rgba, int stride, FaceBox area, (byte R, byte G, byte B) background)
    {
        int[] all = new int[4096];
        int[] front = new int[4096];
        int step = Math.Max(1, (Math.Max(area.Width, area.Height) + LargestSide - 1) / LargestSide);
        int count = 0;
        int frontCount = 0;
        for (int y = 0; y < area.Height; y += step)
        {
            ReadOnlySpan<byte> row = rgba.Slice(4 * (((area.Y + y) * stride) + area.X), 4 * area.Width);
            for (int at = 0; at < row.Length; at += 4 * step)
            {
                int colour = (row[at] >> 4 << 8) | (row[at + 1] >> 4 << 4) | (row[at + 2] >> 4);
                all[colour]++;
                count++;
                bool isBack = Math.Abs(row[at] - background.R) <= BackgroundLevels && Math.Abs(row[at + 1] - background.G) <= BackgroundLevels
                    && Math.Abs(row[at + 2] - background.B) <= BackgroundLevels;
                if (!isBack)
                {
                    front[colour]++;
                    frontCount++;
                }
            }
        }

        (int[] colours, int total) = frontCount >= count * LeastForeground ? (front, frontCount) : (all, count);
        Array.Sort(colours);
        return 1 - ((float)colours.AsSpan(colours.Length - CommonColours).ToArray().Sum() / total);
    }
}
