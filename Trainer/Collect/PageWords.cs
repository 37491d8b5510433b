using System.Collections.Immutable;

namespace LatentWalk.Trainer.Collect;

/// <summary>
/// Which pages are wanted, by their words: of each group of <see cref="Must"/> at least one, of <see cref="MustNot"/> none. Case does not
/// matter, runs of blanks count as one, and a word is found where a word begins ("boat" in "boats", not in "lifeboat"); scripts
/// that write no blanks have no such places.
/// </summary>
internal sealed record PageWords(ImmutableArray<ImmutableArray<string>> Must, ImmutableArray<string> MustNot)
{
    private const char FirstWithoutBlanks = '\u2E80';

    public static PageWords None { get; } = new([], []);

    /// <param name="must">Each a list with commas.</param>
    public static PageWords Parse(IEnumerable<string> must, IEnumerable<string> mustNot) => new(
        [.. must.Select(Words).Where(group => group.Length > 0)],
        [.. mustNot.SelectMany(list => Words(list))]);

    /// <param name="text">As <see cref="Normalise"/> leaves it.</param>
    /// <returns>Why the page is not wanted, without a full stop; null when it is.</returns>
    public string? Refuse(string text)
    {
        foreach (ImmutableArray<string> group in Must)
        {
            if (!group.Any(word => Contains(text, word)))
            {
                return group.Length == 1 ? $"the page does not say '{group[0]}'" : $"the page says none of '{string.Join("', '", group)}'";
            }
        }

        return MustNot.FirstOrDefault(word => Contains(text, word)) is { } unwanted ? $"the page says '{unwanted}'" : null;
    }

    /// <summary>One blank for every run of them, none at the ends.</summary>
    public static string Normalise(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ImmutableArray<string> Words(string list) => [.. list.Split(',').Select(Normalise).Where(word => word.Length > 0)];

    private static bool Contains(string text, string word)
    {
        for (int at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (at == 0 || text[at] >= FirstWithoutBlanks || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]))
            {
                return true;
            }
        }

        return false;
    }
}
