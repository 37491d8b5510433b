namespace LatentWalk.Viewer.Panels;

/// <summary>Cuts a text into lines that fit, at spaces where there are any. Allocates nothing.</summary>
internal ref struct TextWrap(ReadOnlySpan<char> text, int columns)
{
    private ReadOnlySpan<char> rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public static int CountLines(ReadOnlySpan<char> text, int columns)
    {
        int lines = 0;
        foreach (ReadOnlySpan<char> _ in new TextWrap(text, columns))
        {
            lines++;
        }

        return lines;
    }

    public readonly TextWrap GetEnumerator() => this;

    public bool MoveNext()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        int end = rest.IndexOf('\n');
        int length = end < 0 ? rest.Length : end;
        int skip = end < 0 ? 0 : 1;
        if (length > columns)
        {
            int space = rest[..(columns + 1)].LastIndexOf(' ');
            (length, skip) = space > 0 ? (space, 1) : (columns, 0);
        }

        Current = rest[..length];
        rest = rest[Math.Min(rest.Length, length + skip)..];
        return true;
    }
}
