using Xunit;

namespace LatentWalk.Data.Tests;

public sealed class OrderedWorkTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 3)]
    [InlineData(3, 100)]
    public void Results_are_taken_in_order_and_no_more_wait_than_allowed(int threads, int ahead)
    {
        int begun = 0;
        int taken = 0;
        int most = 0;
        var order = new List<int>();
        OrderedWork.Run(200, threads, ahead, i =>
        {
            int waiting = Interlocked.Increment(ref begun) - Volatile.Read(ref taken);
            InterlockedMax(ref most, waiting);
            Thread.Sleep(i % 7 == 0 ? 2 : 0);
            return i * i;
        }, (i, result) =>
        {
            Assert.Equal(i * i, result);
            order.Add(i);
            Interlocked.Increment(ref taken);
        });

        Assert.Equal(Enumerable.Range(0, 200), order);
        Assert.InRange(most, 1, ahead);
    }

    [Fact]
    public void The_first_failure_in_order_is_thrown_after_all_before_it_were_taken()
    {
        for (int round = 0; round < 20; round++)
        {
            int taken = 0;
            var error = Assert.Throws<InvalidOperationException>(() => OrderedWork.Run(
                100, 4, 8, i => i is 30 or 31 ? throw new InvalidOperationException($"{i}") : i, (_, _) => taken++));

            Assert.Equal(("30", 30), (error.Message, taken));
        }
    }

    [Fact]
    public void It_stops_when_asked_and_when_taking_fails()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => OrderedWork.Run(
            1_000_000, 2, 4, i => i, (i, _) => _ = i == 10 ? Cancel(stop) : 0, stop.Token));
        Assert.Throws<InvalidDataException>(() => OrderedWork.Run(1_000_000, 2, 4, i => i, (_, _) => throw new InvalidDataException()));
    }

    [Fact]
    public void Nothing_to_do_is_done() => OrderedWork.Run(0, 2, 2, i => i, (_, _) => Assert.Fail("There was nothing to take."));

    private static int Cancel(CancellationTokenSource stop)
    {
        stop.Cancel();
        return 0;
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
