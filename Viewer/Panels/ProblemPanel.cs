using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>What went wrong, in words, over the picture; the walk goes on behind it.</summary>
internal static class ProblemPanel
{
    private const string Title = "That did not work";
    private const string Close = "ESC or a click closes this (gamepad: B)";

    public static void Draw(in PanelFrame frame, in WalkState state)
    {
        if (state.Problem is not { } text)
        {
            return;
        }

        int columns = Math.Min(frame.Columns - 4, 64);
        int lines = TextWrap.CountLines(text, columns);
        int width = columns * frame.Advance + 4 * frame.Padding;
        int height = (lines + 4) * frame.Line + 2 * frame.Padding;
        int x = (frame.Width - width) / 2;
        int y = Math.Max(0, (frame.Height - height) / 2);
        frame.Ground(x - frame.Scale, y - frame.Scale, width + 2 * frame.Scale, height + 2 * frame.Scale, Palette.Bad);
        frame.Ground(x, y, width, height, Palette.DeepGround.WithAlpha(255));
        x += 2 * frame.Padding;
        y += 2 * frame.Padding;
        frame.Text(x, y, Palette.Bad, Title);
        y += frame.Line + frame.Line / 2;
        foreach (ReadOnlySpan<char> line in new TextWrap(text, columns))
        {
            frame.Text(x, y, Palette.Text, line);
            y += frame.Line;
        }

        frame.Text(x, y + frame.Line / 2, Palette.Quiet, Close);
    }
}
