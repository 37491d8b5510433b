using LatentWalk.Cli;

namespace LatentWalk.Core.Tests.Cli;

public class RemainingTests
{
    [Fact]
    public void An_even_pace_is_estimated_exactly_from_the_first_report()
    {
        var remaining = new Remaining(0, 1000);
        Assert.Null(remaining.Estimate());
        for (int i = 1; i <= 1000; i++)
        {
            remaining.Add(TimeSpan.FromSeconds(i * 0.3), i);
            Assert.Equal((1000 - i) * 0.3, remaining.Estimate()!.Value.TotalSeconds, 1e-3);
        }
    }

    [Fact]
    public void A_change_of_pace_is_followed()
    {
        var remaining = new Remaining(0, 100_000);
        double time = 0;
        for (int i = 1; i <= 10_000; i++)
        {
            time += i <= 2000 ? 1 : 0.1;
            remaining.Add(TimeSpan.FromSeconds(time), i);
        }

        Assert.InRange(remaining.Estimate()!.Value.TotalSeconds, 9000 * 0.99, 9000 * 1.01);
    }

    [Fact]
    public void A_slow_start_is_forgotten_at_the_second_report()
    {
        var remaining = new Remaining(0, 100);
        remaining.Add(TimeSpan.FromSeconds(30), 1);
        remaining.Add(TimeSpan.FromSeconds(31), 2);
        Assert.Equal(98, remaining.Estimate()!.Value.TotalSeconds, 1e-6);
    }

    [Fact]
    public void No_progress_gives_no_estimate()
    {
        var remaining = new Remaining(5, 10);
        remaining.Add(TimeSpan.FromSeconds(3), 5);
        Assert.Null(remaining.Estimate());
    }
}
