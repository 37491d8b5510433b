using System.CommandLine;

namespace LatentWalk.Cli;

/// <summary>Finds the command or option that a mistyped word was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The closest of the names valid after <paramref name="command"/>; null when none is close.</summary>
    internal static string? For(string word, Command command)
    {
        // "--option=value" is a mistake in the part before the sign.
        string typed = word.Split('=', ':')[0];
        return Names(command)
            .Select(name => (Name: name, Distance: Distance(typed, name)))
            .Where(n => n.Distance <= Math.Max(1, Math.Min(typed.Length, n.Name.Length) / 3))
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Select(n => n.Name)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Names(Command command)
    {
        foreach (Command verb in command.Subcommands.Where(s => !s.Hidden))
        {
            yield return verb.Name;
        }

        for (Command? level = command; level is not null; level = level.Parents.OfType<Command>().FirstOrDefault())
        {
            foreach (Option option in level.Options.Where(o => !o.Hidden && (level == command || o.Recursive)))
            {
                yield return option.Name;
            }
        }
    }

    // Edits (insert, delete, replace, swap of neighbours) from one word to the other: optimal string alignment.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
