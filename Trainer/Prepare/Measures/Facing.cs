namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>
/// Which way a figure looks, from how far it is from being symmetric: what has detail (eyes, a gun, a chest) lies to the side that
/// it looks to, seen from the middle of the whole outline.
/// </summary>
internal static class Facing
{
    private const int BackgroundLevels = 30;

    /// <param name="rgba">uint8 [size, size, 4].</param>
    /// <param name="background">The colour of the border.</param>
    /// <returns>As a part of the width: below 0 to the left, above 0 to the right, 0 when there is nothing to see.</returns>
    public static float Of(ReadOnlySpan<byte> rgba, int size, (byte R, byte G, byte B) background)
    {
        double mass = 0, massX = 0, detail = 0, detailX = 0;
        for (int y = 0; y < size; y++)
        {
            ReadOnlySpan<byte> row = rgba.Slice(4 * y * size, 4 * size);
            for (int x = 1; x < size; x++)
            {
                int at = 4 * x;
                bool inside = IsFront(row.Slice(at, 3), background);
                if (!inside)
                {
                    continue;
                }

                mass++;
                massX += x;
                if (IsFront(row.Slice(at - 4, 3), background))
                {
                    // Differences between two places of the figure only: its outline is what the middle is taken of.
                    int difference = Math.Abs(row[at] - row[at - 4]) + Math.Abs(row[at + 1] - row[at - 3]) + Math.Abs(row[at + 2] - row[at - 2]);
                    detail += difference;
                    detailX += difference * (x - 0.5);
                }
            }
        }

        return mass == 0 || detail == 0 ? 0 : (float)(((detailX / detail) - (massX / mass)) / size);
    }

    private static bool IsFront(ReadOnlySpan<byte> rgb, (byte R, byte G, byte B) background) =>
        Math.Abs(rgb[0] - background.R) > BackgroundLevels || Math.Abs(rgb[1] - background.G) > BackgroundLevels || Math.Abs(rgb[2] - background.B) > BackgroundLevels;
}
