using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>
/// Drawings are made of few colours and have flat places, photographs have many colours and are flat nowhere: the geometric mean of both scores, for either alone is found in drawings too. Many colours: the part of
/// the foreground's areas that is not in their eight commonest colours of 4 bits a channel. Edges do not count, whose blended colours a drawing has many of as well;
/// what looks like the border counts as background. Where hardly anything would be left, all pixels count.
/// </summary>
internal static class PhotoScore
{
    private const int CommonColours = 8;
    private const int LargestSide = 512;
    private const int BackgroundLevels = 24;
    private const int EdgeLevels = 16;
    private const double Least = 0.1;

    // So large a part that is flat speaks neither for a drawing nor for a photograph.
    private const float FlatnessBetween = 0.06f;

    /// <param name="rgba">uint8 [rows of <paramref name="stride"/> pixels, 4]; alpha is ignored.</param>
    /// <param name="background">The colour of the border.</param>
    /// <returns>0 flat colours to 1 no two pixels alike.</returns>
    public static float Of(ReadOnlySpan<byte> rgba, int stride, FaceBox area, (byte R, byte G, byte B) background) =>
        MathF.Sqrt(ManyColours(rgba, stride, area, background) * FlatnessBetween / (FlatnessBetween + Flatness.Of(rgba, stride, area)));

    private static float ManyColours(ReadOnlySpan<byte> rgba, int stride, FaceBox area, (byte R, byte G, byte B) background)
    {
        // All pixels, those of the foreground, and of those the ones inside an area.
        int[][] colours = [new int[4096], new int[4096], new int[4096]];
        int[] counts = new int[3];
        int step = Math.Max(1, (Math.Max(area.Width, area.Height) + LargestSide - 1) / LargestSide);
        for (int y = 0; y < area.Height; y += step)
        {
            ReadOnlySpan<byte> row = rgba.Slice(4 * (((area.Y + y) * stride) + area.X), 4 * area.Width);
            ReadOnlySpan<byte> below = y + 1 < area.Height ? rgba.Slice(4 * (((area.Y + y + 1) * stride) + area.X), 4 * area.Width) : row;
            for (int at = 0; at < row.Length; at += 4 * step)
            {
                int colour = (row[at] >> 4 << 8) | (row[at + 1] >> 4 << 4) | (row[at + 2] >> 4);
                int kinds = Difference(row[at..], [background.R, background.G, background.B]) <= BackgroundLevels ? 1
                    : Difference(row[at..], row[Math.Min(at + 4, row.Length - 4)..]) > EdgeLevels || Difference(row[at..], below[at..]) > EdgeLevels ? 2 : 3;
                for (int kind = 0; kind < kinds; kind++)
                {
                    colours[kind][colour]++;
                    counts[kind]++;
                }
            }
        }

        int chosen = counts[1] < counts[0] * Least ? 0 : counts[2] < counts[1] * Least ? 1 : 2;
        Array.Sort(colours[chosen]);
        int common = 0;
        foreach (int count in colours[chosen].AsSpan(colours[chosen].Length - CommonColours))
        {
            common += count;
        }

        return 1 - ((float)common / counts[chosen]);
    }

    private static int Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        Math.Max(Math.Abs(a[0] - b[0]), Math.Max(Math.Abs(a[1] - b[1]), Math.Abs(a[2] - b[2])));
}
