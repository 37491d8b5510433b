using System.Text.RegularExpressions;
using LatentWalk.EndToEnd.Tests.Documents;

namespace LatentWalk.EndToEnd.Tests;

/// <summary>Every command and option that README and docs name exists.</summary>
public sealed partial class ReadmeTests
{
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

                string verb = Launcher.VerbOf(words);
                if (Launcher.ProgramOf(verb) is not { } program)
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

    [Fact]
    public void Every_picture_in_the_tree_is_made_by_a_script_and_shown_on_a_page()
    {
        string[] made = [.. new[] { "docs/pictures.sh", "docs/gallery.sh" }.SelectMany(script =>
            ProgramRun.Start("bash", [script, "--list"]).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        string[] cards = [.. Directory.GetFiles(Path.Combine(Checkout.Root, "models"), "*.onnx").Select(model => $"models/{Path.GetFileNameWithoutExtension(model)}.png")];
        string pages = string.Join('\n', Documents().Append(Path.Combine(Checkout.Root, "docs", "gallery.html")).Select(File.ReadAllText));
        string[] pictures = [.. new[] { "docs", "models" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Checkout.Root, folder), "*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".png" or ".webp" or ".gif" or ".apng" or ".jpg" or ".svg" or ".mp4")
            .Select(path => Path.GetRelativePath(Checkout.Root, path))];

        Assert.NotEmpty(pictures);
        Assert.Empty(pictures.Except([.. made, .. cards]));
        Assert.Empty(made.Except(pictures));
        Assert.All(pictures, picture => Assert.Contains(Path.GetFileName(picture), pages, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Documents() => DocumentedCommand.Documents.Select(document => Path.Combine(Checkout.Root, document));

    private static Regex Option(string word) => new($@"(?<![\w-]){Regex.Escape(word.Split('=')[0])}(?![\w-])");

    [GeneratedRegex(@"\./lw ((?:demo|test|[a-z]+)\b[^`\n#|;&]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
