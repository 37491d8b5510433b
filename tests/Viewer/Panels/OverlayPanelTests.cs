using LatentWalk.Tests.Counting;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Tests.Panels;

public sealed class OverlayPanelTests
{
    private static readonly FrameFigures Figures = new(
        new Percentiles(0.00163, 0.0021, 0.0104, 600), new Percentiles(0.0162, 0.0169, 0.0201, 600),
        new Percentiles(0.0061, 0.008, 0.0123, 600), new Percentiles(0, 0, 24, 600), 3, 12);

    [Fact]
    public void It_names_what_is_measured_and_lines_the_numbers_up() => Assert.Equal(
        """
        CPU         p50     p95     max
        inference   1.6     2.1    10.4 ms
        frame      16.2    16.9    20.1 ms
        latency     6.1     8.0    12.3 ms
        dropped 3  stale 12
        allocated 0, at most 24 bytes
        """.ReplaceLineEndings("\n"), Text(Figures, "CPU"));

    [Fact]
    public void Nothing_measured_yet_is_zeros_and_a_long_provider_is_cut() =>
        Assert.StartsWith("AProviderWitp50", Text(default, "AProviderWithALongName"), StringComparison.Ordinal);

    [Fact]
    public void Writing_it_allocates_nothing()
    {
        char[] text = new char[OverlayPanel.Lines * OverlayPanel.LineChars];
        int[] lengths = new int[OverlayPanel.Lines];
        Assert.Equal(0, Allocated.By(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                OverlayPanel.Write(Figures, "CPU", text, lengths);
            }
        }));
    }

    private static string Text(in FrameFigures figures, string provider)
    {
        char[] text = new char[OverlayPanel.Lines * OverlayPanel.LineChars];
        int[] lengths = new int[OverlayPanel.Lines];
        OverlayPanel.Write(figures, provider, text, lengths);
        return string.Join('\n', Enumerable.Range(0, OverlayPanel.Lines).Select(line => new string(text, line * OverlayPanel.LineChars, lengths[line])));
    }
}
