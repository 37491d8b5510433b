using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Panels;

/// <summary>How well the engine runs, at the top right: for whoever wants to know why it stutters.</summary>
internal static class OverlayPanel
{
    internal const int Lines = 6;
    internal const int LineChars = 40;

    public static void Draw(in PanelFrame frame, in FrameFigures figures, string provider)
    {
        Span<char> text = stackalloc char[Lines * LineChars];
        Span<int> lengths = stackalloc int[Lines];
        Write(figures, provider, text, lengths);
        int widest = 0;
        for (int line = 0; line < Lines; line++)
        {
            widest = Math.Max(widest, frame.Measure(text.Slice(line * LineChars, lengths[line])));
        }

        int x = frame.Width - 2 * frame.Padding - widest;
        int y = 2 * frame.Padding;
        frame.Ground(
            x - frame.Padding, y - frame.Padding, widest + 2 * frame.Padding, Lines * frame.Line + 2 * frame.Padding - 2 * frame.Scale, Palette.Ground);
        for (int line = 0; line < Lines; line++)
        {
            frame.Text(x, y + line * frame.Line, line == 0 ? Palette.Text : Palette.Quiet, text.Slice(line * LineChars, lengths[line]));
        }
    }

    /// <summary>The lines, each in its own stretch of <paramref name="text"/>.</summary>
    internal static void Write(in FrameFigures figures, string provider, Span<char> text, Span<int> lengths)
    {
        LineWriter head = new(Part(text, 0));
        head.Write(provider, 12);
        head.Write("p50     p95     max");
        lengths[0] = head.Length;
        lengths[1] = Times(Part(text, 1), "inference", figures.Runs);
        lengths[2] = Times(Part(text, 2), "frame", figures.Intervals);
        lengths[3] = Times(Part(text, 3), "latency", figures.Latencies);

        LineWriter lost = new(Part(text, 4));
        lost.Write("dropped ");
        lost.Write(figures.Dropped);
        lost.Write("  stale ");
        lost.Write(figures.Stale);
        lengths[4] = lost.Length;

        LineWriter bytes = new(Part(text, 5));
        bytes.Write("allocated ");
        bytes.Write(figures.Allocations.P50, "F0");
        bytes.Write(", at most ");
        bytes.Write(figures.Allocations.Max, "F0");
        bytes.Write(" bytes");
        lengths[5] = bytes.Length;
    }

    // The font is monospaced, so columns need no measuring.
    private static int Times(Span<char> text, ReadOnlySpan<char> name, in Percentiles seconds)
    {
        LineWriter line = new(text);
        line.Write(name, 9);
        line.Write(seconds.P50 * 1000, "F1", 6);
        line.Write(seconds.P95 * 1000, "F1", 8);
        line.Write(seconds.Max * 1000, "F1", 8);
        line.Write(" ms");
        return line.Length;
    }

    private static Span<char> Part(Span<char> text, int line) => text.Slice(line * LineChars, LineChars);
}
