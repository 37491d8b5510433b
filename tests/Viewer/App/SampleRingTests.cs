using LatentWalk.Tests.Counting;
using LatentWalk.Viewer.App;

namespace LatentWalk.Viewer.Tests.App;

public sealed class SampleRingTests
{
    [Fact]
    public void Percentiles_are_those_of_the_newest_samples_in_any_order()
    {
        SampleRing ring = new(100);
        for (int i = 0; i < 50; i++)
        {
            ring.Add(1000);    // older than the hundred that are kept
        }

        for (int i = 100; i >= 1; i--)
        {
            ring.Add(i);
        }

        Assert.Equal(new Percentiles(50, 95, 100, 100), ring.Read());
    }

    [Fact]
    public void No_samples_are_zeros_and_one_is_every_percentile()
    {
        SampleRing ring = new(4);
        Assert.Equal(default, ring.Read());
        ring.Add(7);
        Assert.Equal(new Percentiles(7, 7, 7, 1), ring.Read());
        ring.Clear();
        Assert.Equal(0, ring.Read().Count);
    }

    [Fact]
    public void Adding_and_reading_allocate_nothing()
    {
        SampleRing ring = new(600);
        Assert.Equal(0, Allocated.By(() =>
        {
            for (int i = 0; i < 2000; i++)
            {
                ring.Add(i);
                if (i % 30 == 0)
                {
                    ring.Read();
                }
            }
        }));
    }
}
