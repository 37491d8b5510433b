using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Panels;

/// <summary>What a panel draws with: text on dark ground, in units of the font's pixels.</summary>
/// <param name="Hud">Collects; whoever made the frame flushes.</param>
/// <param name="Width">Framebuffer pixels.</param>
/// <param name="Height">Framebuffer pixels.</param>
/// <param name="Scale">Framebuffer pixels of one font pixel.</param>
internal readonly record struct PanelFrame(HudRenderer Hud, int Width, int Height, int Scale)
{
    public int Line => PixelFont.LineHeight * Scale;

    public int Advance => PixelFont.Advance * Scale;

    public int Padding => 5 * Scale;

    /// <summary>Characters that fit side by side into the frame with padding.</summary>
    public int Columns => Math.Max(8, (Width - 4 * Padding) / Advance);

    public int Measure(ReadOnlySpan<char> text) => PixelFont.Measure(text, Scale);

    public void Text(int x, int y, Rgba color, ReadOnlySpan<char> text) => Hud.DrawText(x, y, Scale, color, text);

    public void Ground(int x, int y, int width, int height, Rgba color) => Hud.DrawRect(x, y, width, height, color);

    /// <summary>One line on its own ground, its text starting at (x, y).</summary>
    public void Label(int x, int y, Rgba color, ReadOnlySpan<char> text)
    {
        Ground(x - Padding, y - 3 * Scale, Measure(text) + 2 * Padding, Line + 2 * Scale, Palette.Ground);
        Text(x, y, color, text);
    }
}
