namespace LatentWalk.Viewer.Panels;

/// <summary>How large the text over the picture is.</summary>
internal static class TextScaling
{
    /// <summary>Lines of text that fill the height at size 1: few enough to be read from a sofa.</summary>
    private const double PixelsPerStep = 300;

    /// <summary>Below this width of a column of text no screen can be laid out.</summary>
    private const int LeastColumns = 50;

    private const int Advance = Graphics.PixelFont.Advance;

    /// <summary>
    /// Framebuffer pixels of one pixel of the font. Grows with the framebuffer, never falls below the display's density, and always leaves
    /// room for a line of ordinary length.
    /// </summary>
    /// <param name="density">Framebuffer pixels of one window unit.</param>
    /// <param name="textSize">What the user wants, 1 as it comes.</param>
    public static int For(int width, int height, float density, float textSize)
    {
        double wanted = Math.Max(Math.Min(width, height) / PixelsPerStep, density) * textSize;
        int fits = width / (LeastColumns * Advance);
        return Math.Max(1, Math.Min((int)Math.Round(wanted), fits));
    }
}
