using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>The line at the bottom: what can be done here.</summary>
internal static class HintPanel
{
    private const string Flying = "WASD fly  SPACE random  TAB walk  P save  F1 keys";
    private const string Neighbours = "around this face: ARROWS or CLICK choose  ENTER go  SPACE others  ESC back";
    private const string Seeds = "other faces: ARROWS or CLICK choose  ENTER go  SPACE others  ESC back";

    public static void Draw(in PanelFrame frame, in WalkState state)
    {
        string text = state.Grid?.Kind switch
        {
            null => Flying,
            GridKind.Neighbours => Neighbours,
            _ => Seeds,
        };
        int scale = frame.Measure(text) + 4 * frame.Padding > frame.Width ? Math.Max(1, frame.Scale - 1) : frame.Scale;
        PanelFrame fitted = frame with { Scale = scale };
        int x = (fitted.Width - fitted.Measure(text)) / 2;
        fitted.Label(Math.Max(fitted.Padding, x), fitted.Height - fitted.Line - fitted.Padding, Palette.Quiet, text);
    }
}
