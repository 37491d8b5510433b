using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>A short message above the bottom line, for a few seconds.</summary>
internal static class ToastPanel
{
    public static void Draw(in PanelFrame frame, in WalkState state)
    {
        if (state.Toast is not { } text)
        {
            return;
        }

        int columns = frame.Columns;
        int lines = TextWrap.CountLines(text, columns);
        int y = frame.Height - (lines + 1 + HintPanel.Lines(columns)) * frame.Line - 3 * frame.Padding;
        foreach (ReadOnlySpan<char> line in new TextWrap(text, columns))
        {
            frame.Label((frame.Width - frame.Measure(line)) / 2, y, Palette.Good, line);
            y += frame.Line + 2 * frame.Scale;
        }
    }
}
