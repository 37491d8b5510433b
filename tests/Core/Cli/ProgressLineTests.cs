using LatentWalk.Cli;

namespace LatentWalk.Core.Tests.Cli;

[Collection("standard error")]
public class ProgressLineTests
{
    [Fact]
    public void Piped_it_writes_plain_lines_at_intervals_and_at_the_end()
    {
        var clock = new Clock();
        using var text = new StringWriter();
        using (var line = new ProgressLine(text, new TerminalStyle(false, false), "training", 100, 0, clock))
        {
            for (int i = 1; i <= 50; i++)
            {
                clock.Advance(0.5);
                line.Report(i, "loss 0.5");
            }
        }

        string[] lines = text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                "training 1/100 (1 %)  50 s left  loss 0.5",
                "training 21/100 (21 %)  40 s left  loss 0.5",
                "training 41/100 (41 %)  30 s left  loss 0.5",
                "training 50/100 (50 %)  took 25 s  loss 0.5",
            ],
            lines);
    }

    [Fact]
    public void Live_it_draws_one_line_over_and_over_and_ends_it_once()
    {
        var clock = new Clock();
        using var text = new StringWriter();
        using (var line = new ProgressLine(text, new TerminalStyle(true, true), "painting", 10, 0, clock))
        {
            for (int i = 1; i <= 10; i++)
            {
                clock.Advance(0.06);
                line.Report(i);
            }
        }

        string all = text.ToString();
        Assert.Equal(1, all.Count(c => c == '\n'));
        Assert.Equal(6, all.Count(c => c == '\r') - (Environment.NewLine.Length - 1));
        Assert.Contains("painting [####################] 10/10 (100 %)  took 1 s", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resumed_run_estimates_from_its_own_speed()
    {
        var clock = new Clock();
        using var line = new ProgressLine(TextWriter.Null, new TerminalStyle(false, false), "training", 2000, 1000, clock);
        clock.Advance(10);
        line.Report(1010);
        Assert.Contains("16 min 30 s left", line.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_reported_writes_nothing()
    {
        using var text = new StringWriter();
        new ProgressLine(text, new TerminalStyle(true, true), "x", 10, 0, new Clock()).Dispose();
        Assert.Empty(text.ToString());
    }

    private sealed class Clock : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        internal void Advance(double seconds) => _ticks += (long)Math.Round(seconds * TimeSpan.TicksPerSecond);
    }
}
