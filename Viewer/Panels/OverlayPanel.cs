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
        ReadOnlySpan<char> name = provider.AsSpan(0, Math.Min(provider.Length, 12));
        lengths[0] = Written(Part(text, 0).TryWrite($"{name,-12}p50     p95     max", out int length), length);
        lengths[1] = Times(Part(text, 1), "inference", figures.Runs);
        lengths[2] = Times(Part(text, 2), "frame", figures.Intervals);
        lengths[3] = Times(Part(text, 3), "latency", figures.Latencies);
        lengths[4] = Written(Part(text, 4).TryWrite($"dropped {figures.Dropped}  stale {figures.Stale}", out length), length);
        Percentiles bytes = figures.Allocations;
        lengths[5] = Written(Part(text, 5).TryWrite($"allocated {bytes.P50:F0}, at most {bytes.Max:F0} bytes", out length), length);
    }

    // The font is monospaced, so columns need no measuring.
    private static int Times(Span<char> line, ReadOnlySpan<char> name, in Percentiles seconds) => Written(
        line.TryWrite($"{name,-9}{seconds.P50 * 1000,6:F1}  {seconds.P95 * 1000,6:F1}  {seconds.Max * 1000,6:F1} ms", out int length), length);

    private static Span<char> Part(Span<char> text, int line) => text.Slice(line * LineChars, LineChars);

    // A line that does not fit is left out rather than shown torn.
    private static int Written(bool fits, int length) => fits ? length : 0;
}
