using System.Text;
using System.Text.Json;

namespace LatentWalk.Exporter.Card;

/// <summary>Text of others' making inside Markdown and YAML: it stays text.</summary>
internal static class CardText
{
    private const string Special = @"\`*_{}[]<>()#+-!|~&";

    /// <summary>One line in which nothing is a heading, a link or a tag.</summary>
    public static string Markdown(string text)
    {
        var line = new StringBuilder();
        foreach (char c in text)
        {
            _ = char.IsControl(c) || c is '\u2028' or '\u2029' ? line.Append(' ') : Special.Contains(c, StringComparison.Ordinal) && !IsInsideWord(c) ? line.Append('\\').Append(c) : line.Append(c);
        }

        return line.ToString().Trim();
    }

    /// <summary>A scalar; in quotes unless it is a plain word such as a licence's identifier. JSON's strings are YAML's.</summary>
    public static string Yaml(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && !IsReserved(text) ? text : JsonSerializer.Serialize(text, CardJson.Default.String);

    // Hyphens and plus signs mean something at the beginning of a line only, and there is none here.
    private static bool IsInsideWord(char c) => c is '-' or '+' or '(' or ')' or '!';

    private static bool IsReserved(string text) => text.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off" or "null" or "y" or "n";
}
