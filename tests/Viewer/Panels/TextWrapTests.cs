using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Tests.Panels;

public sealed class TextWrapTests
{
    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 80, "one two three")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("a\nbb cc", 4, "a|bb|cc")]
    [InlineData("exactly eight", 7, "exactly|eight")]
    [InlineData("", 5, "")]
    public void Lines_fit_and_break_at_spaces(string text, int columns, string expected)
    {
        List<string> lines = [];
        foreach (ReadOnlySpan<char> line in new TextWrap(text, columns))
        {
            lines.Add(line.ToString());
        }

        Assert.Equal(expected, string.Join('|', lines));
        Assert.Equal(lines.Count, TextWrap.CountLines(text, columns));
    }
}
