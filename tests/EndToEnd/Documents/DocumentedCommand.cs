using System.Text.RegularExpressions;

namespace LatentWalk.EndToEnd.Tests.Documents;

/// <summary>One line that a document tells its reader to type: each line of a fenced block without a language, or in a shell's.</summary>
/// <param name="Document">Path from the root of the tree.</param>
/// <param name="Line">Joined where it went on, without a comment; PowerShell's lines as their like on other systems.</param>
internal sealed partial record DocumentedCommand(string Document, string Line)
{
    private static readonly string[] s_shells = ["", "sh", "bash", "powershell"];

    /// <summary>The documents: the front page, the pages under docs/ and the models' cards.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        "README.md",
        .. new[] { "docs", "models" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Checkout.Root, folder), "*.md"))
            .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<DocumentedCommand> All => Documents.SelectMany(Of);

    public static IEnumerable<DocumentedCommand> Of(string document)
    {
        string? language = null;
        string begun = "";
        foreach (string line in File.ReadAllLines(Path.Combine(Checkout.Root, document)))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                language = language is null ? line.Trim()[3..].Trim() : null;
                continue;
            }

            if (language is null || !s_shells.Contains(language) || line.Trim().Length == 0)
            {
                continue;
            }

            begun += Comment().Replace(line, "").Trim();
            if (begun.EndsWith('\\') || begun.EndsWith('`'))
            {
                begun = begun[..^1];
                continue;
            }

            if (begun.Length > 0)
            {
                string typed = language == "powershell" ? begun.Replace(@".\lw.ps1", "./lw", StringComparison.Ordinal).Replace('\\', '/') : begun;
                yield return new DocumentedCommand(document, typed.StartsWith("lw ", StringComparison.Ordinal) ? "./" + typed : typed);     // as cards have it
            }

            begun = "";
        }
    }

    /// <summary>The line as a shell would split it; quotes are taken off.</summary>
    public IReadOnlyList<string> Words() =>
        [.. Word().Matches(Line).Select(word => Quotes().Replace(word.Value, match => match.Groups[1].Value + match.Groups[2].Value))];

    public override string ToString() => $"{Document}: {Line}";

    [GeneratedRegex(@"(^|\s)#(\s.*|$)")]
    private static partial Regex Comment();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|[^\s"'])+""")]
    private static partial Regex Word();

    [GeneratedRegex("""
        "([^"]*)"|'([^']*)'
        """)]
    private static partial Regex Quotes();
}
