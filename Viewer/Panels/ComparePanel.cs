using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.App;

namespace LatentWalk.Viewer.Panels;

/// <summary>The wiper's edge, and the names of the two generators below their pictures.</summary>
internal static class ComparePanel
{
    private const int NameChars = 26;

    /// <param name="left">Name of the generator of the first picture.</param>
    /// <param name="right">Of the other one.</param>
    /// <param name="span">Left edge and width of the face's picture.</param>
    public static void Draw(in PanelFrame frame, in ScenePlan plan, string left, string right, (int Left, int Width) span)
    {
        int y = frame.Height - 2 * frame.Line - 4 * frame.Padding;
        ReadOnlySpan<char> first = Short(left);
        ReadOnlySpan<char> second = Short(right);
        frame.Label(2 * frame.Padding, y, Palette.Text, first);
        frame.Label(frame.Width - 2 * frame.Padding - frame.Measure(second), y, Palette.Text, second);
        if (plan.Split < 0)
        {
            return;
        }

        int x = span.Left + (int)MathF.Round(plan.Split * span.Width);
        int line = Math.Max(2, frame.Scale);
        int middle = plan.Face.Y + plan.Face.Height / 2;
        frame.Ground(x - line, plan.Face.Y, 2 * line, plan.Face.Height, Palette.DeepGround);
        frame.Ground(x - line / 2, plan.Face.Y, line, plan.Face.Height, Palette.Text);
        frame.Hud.DrawDot(x, middle, 9 * frame.Scale, Palette.DeepGround);
        frame.Hud.DrawDot(x, middle, 8 * frame.Scale, Palette.Text);
        frame.Text(x - frame.Advance, middle - PixelFont.GlyphHeight * frame.Scale / 2 + frame.Scale, Palette.DeepGround, "←→");
    }

    private static ReadOnlySpan<char> Short(string name) => name.AsSpan(0, Math.Min(name.Length, NameChars));
}
