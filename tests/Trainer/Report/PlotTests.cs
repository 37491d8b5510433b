using LatentWalk.Trainer.Report;

namespace LatentWalk.Trainer.Tests.Report;

public sealed class PlotTests
{
    [Fact]
    public void The_lines_of_the_grid_are_round()
    {
        Assert.Equal([0, 1, 2, 3, 4], new PlotScale(0, 4.4, false).Ticks());
        Assert.Equal([0.5, 1, 1.5, 2], new PlotScale(0.3, 2.2, false).Ticks());
        Assert.Equal([0.02, 0.05, 0.1, 0.2, 0.5], new PlotScale(0.014, 0.98, true).Ticks().Select(tick => Math.Round(tick, 6)));
        Assert.Equal([0.1, 1, 10, 100, 1000], new PlotScale(0.05, 3449, true).Ticks().Select(tick => Math.Round(tick, 6)));
        Assert.NotEmpty(new PlotScale(0.7, 0.7, false).Ticks());
    }

    [Fact]
    public void A_curve_of_a_long_run_stays_small_and_ends_where_the_run_does()
    {
        string svg = new Plot("loss", 100_000).Add("discriminator", Enumerable.Range(1, 10_000).Select(i => (10L * i, 0.5))).ToSvg();

        Assert.InRange(svg.Length, 1000, 8000);
        Assert.Contains("510,", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_draw_is_no_plot()
    {
        Assert.Equal("", new Plot("penalty", 500).Add("penalty", []).Add("other", [(10, double.NaN)]).ToSvg());
    }

    [Fact]
    public void Losses_that_explode_are_drawn_by_their_logarithm()
    {
        string svg = new Plot("losses", 500).Add("discriminator", [(10, 0.5), (20, 3449)]).ToSvg();

        Assert.Contains("<small>logarithmic</small>", svg, StringComparison.Ordinal);
        Assert.Contains(">1000<", svg, StringComparison.Ordinal);
    }
}
