using System.Globalization;

namespace LatentWalk.Viewer.Panels;

/// <summary>
/// Text with numbers in it, into memory of the caller. It never allocates, not even before the compiler has had a second
/// look at it, as interpolation does. What does not fit is cut.
/// </summary>
internal ref struct LineWriter(Span<char> line)
{
    private readonly Span<char> line = line;

    /// <summary>Characters written so far.</summary>
    public int Length { get; private set; }

    public void Write(scoped ReadOnlySpan<char> text)
    {
        int count = Math.Min(text.Length, line.Length - Length);
        text[..count].CopyTo(line[Length..]);
        Length += count;
    }

    /// <summary>Left-aligned in a field of <paramref name="width"/> characters; longer text is cut to it.</summary>
    public void Write(scoped ReadOnlySpan<char> text, int width)
    {
        Write(text[..Math.Min(text.Length, width)]);
        Space(width - text.Length);
    }

    public void Write(long number)
    {
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out int count, default, CultureInfo.InvariantCulture);
        Write(digits[..count]);
    }

    /// <summary>Right-aligned in a field of at least <paramref name="width"/> characters.</summary>
    /// <param name="format">As for <see cref="double.ToString(string?)"/>.</param>
    public void Write(double number, scoped ReadOnlySpan<char> format, int width = 0)
    {
        Span<char> digits = stackalloc char[32];
        if (!number.TryFormat(digits, out int count, format, CultureInfo.InvariantCulture))
        {
            "#".CopyTo(digits);
            count = 1;
        }

        Space(width - count);
        Write(digits[..count]);
    }

    private void Space(int count)
    {
        for (; count > 0 && Length < line.Length; count--)
        {
            line[Length++] = ' ';
        }
    }
}
