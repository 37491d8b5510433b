namespace LatentWalk.Viewer.Panels;

/// <summary>The line at the bottom: what can be done here, as the mode says it.</summary>
internal static class HintPanel
{
    public static void Draw(in PanelFrame frame, string text)
    {
        int scale = frame.Measure(text) + 4 * frame.Padding > frame.Width ? Math.Max(1, frame.Scale - 1) : frame.Scale;
        PanelFrame fitted = frame with { Scale = scale };
        int x = (fitted.Width - fitted.Measure(text)) / 2;
        fitted.Label(Math.Max(fitted.Padding, x), fitted.Height - fitted.Line - fitted.Padding, Palette.Quiet, text);
    }
}
