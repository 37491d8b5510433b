using System.Text;

namespace LatentWalk.Data;

/// <summary>Comma-separated values as RFC 4180 has them; blank lines are passed over.</summary>
public static class CsvTable
{
    /// <param name="bad">Makes the exception of a problem, which comes without a full stop.</param>
    /// <returns>Each row with the line it begins on, from 1; fields without quotes are trimmed.</returns>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Fields)> Parse(string text, Func<string, Exception> bad)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bad);
        var rows = new List<(int, IReadOnlyList<string>)>();
        var fields = new List<string>();
        var field = new StringBuilder();
        int line = 1;
        int at = 0;
        while (at < text.Length)
        {
            int start = line;
            fields.Clear();
            bool more = true;
            while (more)
            {
                field.Clear();
                while (at < text.Length && text[at] is ' ' or '\t')
                {
                    at++;
                }

                bool quoted = at < text.Length && text[at] == '"';
                if (quoted)
                {
                    ReadQuoted(text, bad, field, ref at, ref line, start);
                }

                int rest = at;
                while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
                {
                    at++;
                }

                string plain = text[rest..at].Trim();
                if (quoted && plain.Length > 0)
                {
                    throw bad($"line {line} has text after a closing quote");
                }

                fields.Add(quoted ? field.ToString() : plain);
                more = at < text.Length && text[at] == ',';
                at += more ? 1 : 0;
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            line++;
            if (fields is not [{ Length: 0 }])
            {
                rows.Add((start, [.. fields]));
            }
        }

        return rows;
    }

    private static void ReadQuoted(string text, Func<string, Exception> bad, StringBuilder field, ref int at, ref int line, int start)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    at++;
                    return;
                }

                at++;
            }

            line += text[at] == '\n' ? 1 : 0;
            field.Append(text[at]);
        }

        throw bad($"the quote on line {start} is never closed");
    }
}
