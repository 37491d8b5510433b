namespace LatentWalk.Trainer.Prepare.Resampling;

/// <summary>Between stored 8-bit levels and light: the sRGB curve (IEC 61966-2-1).</summary>
internal static class LinearLight
{
    private const int Fineness = 1 << 14;

    private static readonly float[] s_toLight = [.. Enumerable.Range(0, 256).Select(level => (float)Decode(level / 255.0))];
    private static readonly byte[] s_toLevel = [.. Enumerable.Range(0, Fineness + 1).Select(i => (byte)Math.Round(Encode((double)i / Fineness) * 255))];

    /// <returns>In [0, 1].</returns>
    public static float FromLevel(byte level) => s_toLight[level];

    /// <param name="light">Clamped to [0, 1].</param>
    public static byte ToLevel(float light) => s_toLevel[(int)((Math.Clamp(light, 0, 1) * Fineness) + 0.5f)];

    private static double Decode(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double Encode(double light) => light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;
}
