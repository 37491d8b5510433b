namespace LatentWalk.Viewer.Panels;

/// <summary>The line at the bottom: what can be done here, as the mode says it. Two lines where the window is narrow.</summary>
internal static class HintPanel
{
    /// <summary>Modes keep their line within so many characters.</summary>
    private const int LongestLine = 74;

    /// <summary>Lines that the text may take at the foot of a frame of so many columns.</summary>
    public static int Lines(int columns) => columns >= LongestLine ? 1 : 2;

    public static void Draw(in PanelFrame frame, string text)
    {
        int columns = frame.Columns + 2;
        int y = frame.Height - LinesOf(text, columns) * frame.Line - frame.Padding;
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty; y += frame.Line)
        {
            int length = Fitting(rest, columns);
            ReadOnlySpan<char> line = rest[..length].Trim();
            frame.Label(Math.Max(frame.Padding, (frame.Width - frame.Measure(line)) / 2), y, Palette.Quiet, line);
            rest = rest[length..];
        }
    }

    private static int LinesOf(ReadOnlySpan<char> text, int columns)
    {
        int lines = 0;
        for (; !text.IsEmpty; text = text[Fitting(text, columns)..])
        {
            lines++;
        }

        return lines;
    }

    // What fits into a line: up to a gap of two spaces, which lies between a key with its words and the next.
    private static int Fitting(ReadOnlySpan<char> text, int columns)
    {
        if (text.Length <= columns)
        {
            return text.Length;
        }

        int gap = text[..columns].TrimEnd().LastIndexOf("  ");
        int space = text[..columns].LastIndexOf(' ');
        return gap > 0 ? gap + 2 : space > 0 ? space + 1 : columns;
    }
}
