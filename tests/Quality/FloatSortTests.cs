namespace LatentWalk.Quality.Tests;

public class FloatSortTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(40_000)]
    public void Floats_come_in_the_order_that_comparing_gives(int count)
    {
        float[] values = Cloud.Normal(1, count, 3, deviation: 100)[0].ToArray();
        float[] special = [0, -1e-40f, 1e-40f, float.MaxValue, float.MinValue, -1, 1, 1];
        special.AsSpan(0, Math.Min(count, special.Length)).CopyTo(values);
        float[] expected = [.. values];
        Array.Sort(expected);

        FloatSort.Sort(values, new float[count]);

        Assert.Equal(expected, values);
    }
}
