using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Tests.Panels;

public sealed class LineWriterTests
{
    [Fact]
    public void Text_and_numbers_stand_in_their_fields()
    {
        Span<char> text = stackalloc char[60];
        LineWriter line = new(text);
        line.Write("name", 6);
        line.Write(-12L);
        line.Write(3.14159, "F2", 7);
        line.Write(2.5, "F1");
        line.Write("a long name", 3);
        Assert.Equal("name  -12   3.142.5a l", text[..line.Length].ToString());
    }

    [Fact]
    public void What_does_not_fit_is_cut_and_a_number_too_long_for_anything_is_a_mark()
    {
        Span<char> text = stackalloc char[6];
        LineWriter line = new(text);
        line.Write(double.MaxValue, "F1");
        line.Write("12345678");
        line.Write(5);
        Assert.Equal("#12345", text[..line.Length].ToString());
    }
}
