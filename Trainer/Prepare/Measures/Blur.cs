namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>
/// How blurred a picture is (after Crété-Roffet et al. 2007, "The blur effect"): blurring a sharp picture takes most of the
/// differences between neighbours away, blurring a blurred one hardly any. What it shows, how much or how strong its edges,
/// does not count.
/// </summary>
internal static class Blur
{
    private const int Radius = 2;

    /// <param name="rgba">uint8 [size, size, 4].</param>
    /// <returns>0 sharp to 1 blurred; 0 for a picture of one colour.</returns>
    public static float Of(ReadOnlySpan<byte> rgba, int size)
    {
        var luma = new float[size * size];
        var turned = new float[size * size];
        for (int i = 0; i < luma.Length; i++)
        {
            luma[i] = (0.299f * rgba[4 * i]) + (0.587f * rgba[(4 * i) + 1]) + (0.114f * rgba[(4 * i) + 2]);
            turned[(i % size * size) + (i / size)] = luma[i];
        }

        return Math.Max(AlongRows(luma, size), AlongRows(turned, size));
    }

    private static float AlongRows(float[] luma, int size)
    {
        double before = 0;
        double lost = 0;
        var blurred = new float[size];
        for (int y = 0; y < size; y++)
        {
            ReadOnlySpan<float> row = luma.AsSpan(y * size, size);
            for (int x = 0; x < size; x++)
            {
                float sum = 0;
                for (int k = -Radius; k <= Radius; k++)
                {
                    sum += row[Math.Clamp(x + k, 0, size - 1)];
                }

                blurred[x] = sum / ((2 * Radius) + 1);
            }

            for (int x = 1; x < size; x++)
            {
                float difference = Math.Abs(row[x] - row[x - 1]);
                before += difference;
                lost += Math.Max(0, difference - Math.Abs(blurred[x] - blurred[x - 1]));
            }
        }

        return before < size ? 0 : (float)((before - lost) / before);
    }
}
