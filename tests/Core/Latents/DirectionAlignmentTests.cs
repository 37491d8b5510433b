using LatentWalk.Core.Latents;
using Xunit;

namespace LatentWalk.Core.Tests.Latents;

public sealed class DirectionAlignmentTests
{
    private const int ZDim = 20;
    private const int Count = 6;

    private static readonly IReadOnlyList<Direction> Old = DirectionBasis.Random(1, ZDim, Count);

    [Fact]
    public void Other_signs_and_another_order_are_undone()
    {
        int[] order = [3, 0, 5, 1, 4, 2];
        Direction[] shuffled = [.. order.Select((from, to) => new Direction(
            $"sefa{to + 1}", [.. Old[from].Vector.Select(x => to % 2 == 0 ? -x : x)], (from + 1) / 100f))];

        IReadOnlyList<Direction> aligned = DirectionAlignment.Align(shuffled, Old);

        for (int i = 0; i < Count; i++)
        {
            Assert.Equal(1, Dot(aligned[i], Old[i]), 1e-5);
            Assert.Equal(Old[i].Name, aligned[i].Name);
            Assert.Equal((i + 1) / 100f, aligned[i].ExplainedVariance, 1e-5f);
        }
    }

    [Fact]
    public void Axes_that_mixed_among_themselves_are_turned_back()
    {
        float c = MathF.Cos(0.7f), s = MathF.Sin(0.7f);
        Direction[] mixed = [.. Old];
        mixed[1] = new Direction("a", [.. Old[1].Vector.Zip(Old[2].Vector, (x, y) => (c * x) + (s * y))], 0.2f);
        mixed[2] = new Direction("b", [.. Old[1].Vector.Zip(Old[2].Vector, (x, y) => (c * y) - (s * x))], 0.1f);

        IReadOnlyList<Direction> aligned = DirectionAlignment.Align(mixed, Old);

        Assert.All(Enumerable.Range(0, Count), i => Assert.Equal(1, Dot(aligned[i], Old[i]), 1e-5));
        Assert.Equal(0.3f, aligned[1].ExplainedVariance + aligned[2].ExplainedVariance, 1e-5f);
    }

    [Fact]
    public void What_has_moved_on_is_followed_within_its_own_span()
    {
        IReadOnlyList<Direction> later = DirectionBasis.Random(2, ZDim, Count);

        IReadOnlyList<Direction> aligned = DirectionAlignment.Align(later, Old);

        double before = Enumerable.Range(0, Count).Sum(i => Math.Abs(Dot(later[i], Old[i])));
        Assert.True(Enumerable.Range(0, Count).Sum(i => Dot(aligned[i], Old[i])) > before);
        for (int i = 0; i < Count; i++)
        {
            Assert.Equal(1, later.Sum(own => Math.Pow(Dot(own, aligned[i]), 2)), 1e-5);
            for (int j = 0; j <= i; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Dot(aligned[i], aligned[j]), 1e-5);
            }
        }
    }

    [Fact]
    public void What_cannot_be_compared_stays_as_it_is()
    {
        Assert.Same(Old, DirectionAlignment.Align(Old, []));
        Assert.Same(Old, DirectionAlignment.Align(Old, DirectionBasis.Random(1, ZDim + 1, Count)));
        Assert.Same(Old[5], DirectionAlignment.Align(Old, [.. Old.Take(5)])[5]);
    }

    private static double Dot(Direction a, Direction b) => a.Vector.Zip(b.Vector, (x, y) => (double)x * y).Sum();
}
