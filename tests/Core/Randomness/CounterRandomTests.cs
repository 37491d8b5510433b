using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Tests.Randomness;

public class CounterRandomTests
{
    [Fact]
    public void Words_are_those_of_Philox_at_block_purpose_and_step()
    {
        var random = new CounterRandom(0x1234_5678_9ABC_DEF0, 0x0000_0005_0000_0007, Purpose.Crop);
        for (uint block = 0; block < 3; block++)
        {
            var expected = Philox.Block(0x1234_5678_9ABC_DEF0, block, (uint)Purpose.Crop, 7, 5);
            Assert.Equal(expected, (random.NextUInt32(), random.NextUInt32(), random.NextUInt32(), random.NextUInt32()));
        }
    }

    [Fact]
    public void Seed_step_and_purpose_each_make_another_stream()
    {
        var first = new HashSet<ulong>();
        foreach (ulong seed in new ulong[] { 0, 1, 1UL << 40 })
        {
            foreach (ulong step in new ulong[] { 0, 1, 1UL << 40 })
            {
                foreach (Purpose purpose in Enum.GetValues<Purpose>())
                {
                    var random = new CounterRandom(seed, step, purpose);
                    Assert.True(first.Add(((ulong)random.NextUInt32() << 32) | random.NextUInt32()));
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void Filling_with_normals_equals_drawing_them_one_by_one(int count)
    {
        var one = new CounterRandom(3, 4, Purpose.Sample);
        var other = new CounterRandom(3, 4, Purpose.Sample);
        var filled = new float[count];

        // An odd number first, so that the fill begins with the second of a pair.
        Assert.Equal(one.NextNormal(), other.NextNormal());
        one.FillNormal(filled);

        Assert.Equal(Enumerable.Range(0, count).Select(_ => other.NextNormal()), filled);
        Assert.Equal(other.NextNormal(), one.NextNormal());
    }

    [Fact]
    public void Normals_have_the_moments_and_tails_of_the_normal_distribution()
    {
        var values = new float[1_000_000];
        new CounterRandom(5, 0, Purpose.Probe).FillNormal(values);

        double mean = values.Average(v => (double)v);
        double variance = values.Average(v => (v - mean) * (v - mean));
        double kurtosis = values.Average(v => Math.Pow(v - mean, 4)) / (variance * variance);
        Assert.InRange(mean, -0.004, 0.004);
        Assert.InRange(variance, 0.994, 1.006);
        Assert.InRange(kurtosis, 2.97, 3.03);
        Assert.InRange(values.Count(v => Math.Abs(v) < 1) / 1e6, 0.6807, 0.6847);
        Assert.InRange(values.Count(v => Math.Abs(v) > 3), 2500, 2900);
        Assert.All(values, v => Assert.InRange(Math.Abs(v), 0, 6.8f));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Integers_are_in_range_and_every_value_is_as_likely(int max)
    {
        var random = new CounterRandom(6, 0, Purpose.DataOrder);
        var counts = new int[max];
        const int Draws = 200_000;
        for (int i = 0; i < Draws; i++)
        {
            counts[random.NextInt32(max)]++;
        }

        double expected = (double)Draws / max;
        double chiSquared = counts.Sum(c => (c - expected) * (c - expected) / expected);
        Assert.InRange(chiSquared, 0, max - 1 + (5 * Math.Sqrt(2.0 * max)) + 0.001);
    }

    [Fact]
    public void Fractions_are_at_least_0_and_below_1()
    {
        var random = new CounterRandom(7, 0, Purpose.LabelNoise);
        for (int i = 0; i < 100_000; i++)
        {
            Assert.InRange(random.NextSingle(), 0f, 0.99999994f);
            Assert.InRange(random.NextDouble(), 0.0, 0.9999999999999999);
        }
    }

    [Fact]
    public void Shuffling_keeps_every_element_and_moves_them_evenly()
    {
        var random = new CounterRandom(8, 0, Purpose.DataOrder);
        var places = new int[5, 5];
        for (int i = 0; i < 20_000; i++)
        {
            int[] values = [0, 1, 2, 3, 4];
            random.Shuffle<int>(values);
            Assert.Equal([0, 1, 2, 3, 4], values.Order());
            for (int place = 0; place < 5; place++)
            {
                places[place, values[place]]++;
            }
        }

        Assert.All(places.Cast<int>(), count => Assert.InRange(count, 3750, 4250));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 7)]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    [InlineData(2, 1001)]
    [InlineData(5, 100_000)]
    public void Skipping_is_drawing_and_forgetting(int drawn, int skipped)
    {
        var drawing = new CounterRandom(4, 2, Purpose.Sample);
        var skipping = drawing;
        for (int i = 0; i < drawn; i++)
        {
            Assert.Equal(drawing.NextUInt32(), skipping.NextUInt32());
        }

        for (int i = 0; i < skipped; i++)
        {
            drawing.NextUInt32();
        }

        skipping.Skip(skipped);

        for (int i = 0; i < 9; i++)
        {
            Assert.Equal(drawing.NextUInt32(), skipping.NextUInt32());
        }
    }

    [Fact]
    public void No_range_below_one_is_drawn_from()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CounterRandom(1, 1, Purpose.Crop).NextInt32(0));
    }
}
