using System.Globalization;
using AngleSharp.Dom;

namespace LatentWalk.Trainer.Collect.Pages;

/// <summary>Which address of an element leads to its picture; of several sizes the largest.</summary>
internal static class PictureAddresses
{
    private static readonly string[] s_sets = ["srcset", "data-srcset"];
    private static readonly string[] s_own = ["src", "data-src", "data-original", "data-lazy-src", "href", "content", "data", "poster"];

    /// <returns>As the page writes it; null when there is none.</returns>
    public static string? Of(IElement element) =>
        s_sets.Select(name => Largest(element.GetAttribute(name))).FirstOrDefault(address => address is not null)
        ?? s_own.Select(name => element.GetAttribute(name)?.Trim()).FirstOrDefault(address => address?.Length > 0 && !IsInline(address));

    /// <summary>The candidate of a <c>srcset</c> with the greatest width or density.</summary>
    internal static string? Largest(string? set)
    {
        string? best = null;
        double most = double.NegativeInfinity;
        for (int at = 0; set is not null && at < set.Length;)
        {
            while (at < set.Length && (char.IsWhiteSpace(set[at]) || set[at] == ','))
            {
                at++;
            }

            int start = at;
            while (at < set.Length && !char.IsWhiteSpace(set[at]))
            {
                at++;
            }

            string address = set[start..at];
            double size = 1;
            if (!address.EndsWith(','))
            {
                int end = set.IndexOf(',', at) is var comma and >= 0 ? comma : set.Length;
                string descriptor = set[at..end].Trim();
                size = descriptor.Length > 1 && double.TryParse(descriptor.AsSpan(..^1), NumberStyles.Float, CultureInfo.InvariantCulture, out double given) ? given : 1;
                at = end;
            }

            address = address.TrimEnd(',');
            if (address.Length > 0 && !IsInline(address) && size > most)
            {
                (best, most) = (address, size);
            }
        }

        return best;
    }

    private static bool IsInline(string address) => address.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
}
