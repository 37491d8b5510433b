using LatentWalk.Core.Latents;
using Xunit;

namespace LatentWalk.Core.Tests.Latents;

public sealed class SeedListTests
{
    [Theory]
    [InlineData("7", new ulong[] { 7 })]
    [InlineData("0-3", new ulong[] { 0, 1, 2, 3 })]
    [InlineData("5, 0-1,5", new ulong[] { 5, 0, 1, 5 })]
    [InlineData("18446744073709551614-18446744073709551615", new ulong[] { ulong.MaxValue - 1, ulong.MaxValue })]
    public void Ranges_and_numbers_are_seeds(string text, ulong[] expected)
    {
        Assert.Equal(expected, SeedList.TryParse(text, out string? problem));
        Assert.Null(problem);
        Assert.Equal(expected, SeedList.TryParse(SeedList.Format(expected), out _));
    }

    [Theory]
    [InlineData("", "'' is not a seed")]
    [InlineData("1,", "'' is not a seed")]
    [InlineData("-1", "'-1' is not a seed")]
    [InlineData("1-2-3", "'1-2-3' is not a seed")]
    [InlineData("1.5", "'1.5' is not a seed")]
    [InlineData("9-3", "the range '9-3' ends before it begins")]
    [InlineData("0-1000000", "more than 1000000 seeds")]
    [InlineData("0-18446744073709551615", "more than 1000000 seeds")]
    public void Anything_else_is_said_to_be_wrong(string text, string message)
    {
        Assert.Null(SeedList.TryParse(text, out string? problem));
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Neighbours_become_ranges()
    {
        Assert.Equal("0-2,9,8", SeedList.Format([0, 1, 2, 9, 8]));
    }
}
