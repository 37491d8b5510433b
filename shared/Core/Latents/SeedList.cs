using System.Globalization;
using System.Text;

namespace LatentWalk.Core.Latents;

/// <summary>Seeds as people write them: "0-15,40".</summary>
public static class SeedList
{
    /// <summary>More than anybody means.</summary>
    public const int LargestCount = 1_000_000;

    /// <summary>The seeds in the order written, repeats included; null with one sentence (no full stop) when the text is none.</summary>
    public static IReadOnlyList<ulong>? TryParse(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seeds = new List<ulong>();
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Trim().Split('-');
            if (ends.Length > 2 || !TryNumber(ends[0], out ulong first) || !TryNumber(ends[^1], out ulong last))
            {
                problem = $"'{part}' is not a seed or a range; expected whole numbers such as 7 or 0-15, separated by commas";
                return null;
            }

            if (last < first)
            {
                problem = $"the range '{part}' ends before it begins";
                return null;
            }

            if (last - first >= (ulong)(LargestCount - seeds.Count))
            {
                problem = $"'{text}' has more than {LargestCount} seeds";
                return null;
            }

            for (ulong offset = 0; offset <= last - first; offset++)
            {
                seeds.Add(first + offset);
            }
        }

        problem = null;
        return seeds;
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads as these seeds.</summary>
    public static string Format(IReadOnlyList<ulong> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var text = new StringBuilder();
        for (int start = 0; start < seeds.Count;)
        {
            int end = start;
            while (end + 1 < seeds.Count && seeds[end] != ulong.MaxValue && seeds[end + 1] == seeds[end] + 1)
            {
                end++;
            }

            text.Append(start > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{seeds[start]}");
            if (end > start)
            {
                text.Append(CultureInfo.InvariantCulture, $"-{seeds[end]}");
            }

            start = end + 1;
        }

        return text.ToString();
    }

    private static bool TryNumber(string text, out ulong number) =>
        ulong.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
