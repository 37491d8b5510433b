namespace LatentWalk.Imaging.Tests;

/// <summary>Pictures that are the same in every run: uint8 RGBA.</summary>
internal static class TestPatterns
{
    public static byte[] Gradient(int width, int height, int phase = 0, bool opaque = true)
    {
        byte[] rgba = new byte[4 * width * height];
        for (int i = 0; i < width * height; i++)
        {
            (int x, int y) = (i % width, i / width);
            rgba[4 * i] = (byte)((x * 255 / Math.Max(1, width - 1)) + phase);
            rgba[(4 * i) + 1] = (byte)(y * 255 / Math.Max(1, height - 1));
            rgba[(4 * i) + 2] = (byte)((x * y) + (phase * 3));
            rgba[(4 * i) + 3] = opaque ? (byte)255 : (byte)(1 + (x * 7 % 255));
        }

        return rgba;
    }
}
