using System.Text.RegularExpressions;

namespace LatentWalk.EndToEnd.Tests;

/// <summary>Every command and option that README and docs name exists.</summary>
public sealed partial class ReadmeTests
{
    private static readonly Dictionary<string, string> s_programs = new()
    {
        ["paint"] = "Trainer", ["collect"] = "Trainer", ["prepare"] = "Trainer", ["train"] = "Trainer", ["export"] = "Exporter", ["serve"] = "Exporter", ["adopt"] = "Exporter", ["inspect"] = "Exporter", ["render"] = "Exporter",
        ["view"] = "Viewer", ["doctor"] = "Viewer", ["bench train"] = "Trainer", ["bench loader"] = "Trainer", ["bench prepare"] = "Trainer",
        ["bench png"] = "Exporter", ["bench export"] = "Exporter", ["bench infer"] = "Viewer", ["bench viewer"] = "Viewer",
    };

    [Fact]
    public void Every_command_and_option_in_the_documents_exists()
    {
        List<string> wrong = [];
        Dictionary<string, string> helps = [];
        int commands = 0;
        foreach (string document in Documents())
        {
            foreach (Match match in Command().Matches(File.ReadAllText(document).Replace("\\\n", " ", StringComparison.Ordinal)))
            {
                commands++;
                string[] words = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words[0] is "demo" or "test")
                {
                    continue;
                }

                string verb = words[0] == "bench" && words.Length > 1 ? $"bench {words[1]}" : words[0];
                if (!s_programs.TryGetValue(verb, out string? program))
                {
                    wrong.Add($"{Path.GetFileName(document)}: no verb '{verb}'");
                    continue;
                }

                if (!helps.TryGetValue(verb, out string? help))
                {
                    help = helps[verb] = ProgramRun.Of(program, [.. verb.Split(' '), "--help"]).Succeeded().Output;
                }

                wrong.AddRange(words.Where(word => word.StartsWith('-') && !Option(word).IsMatch(help))
                    .Select(word => $"{Path.GetFileName(document)}: '{verb}' has no option {word}"));
            }
        }

        Assert.Empty(wrong);
        Assert.True(commands > 8, $"found only {commands} commands in the documents");
    }

    [Fact]
    public void Every_picture_and_page_that_the_documents_link_is_in_the_tree()
    {
        IEnumerable<string> missing =
            from document in Documents()
            from Match link in Link().Matches(File.ReadAllText(document))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                && !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
            select $"{Path.GetFileName(document)}: {target}";

        Assert.Empty(missing);
    }

    private static IEnumerable<string> Documents() =>
        Directory.GetFiles(Path.Combine(Checkout.Root, "docs"), "*.md").Prepend(Path.Combine(Checkout.Root, "README.md"));

    private static Regex Option(string word) => new($@"(?<![\w-]){Regex.Escape(word.Split('=')[0])}(?![\w-])");

    [GeneratedRegex(@"\./lw ((?:demo|test|[a-z]+)\b[^`\n#|;&]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
