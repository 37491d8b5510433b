using System.Globalization;
using System.Text;

namespace LatentWalk.Trainer.Collect.Web;

/// <summary>
/// What a site's <c>robots.txt</c> (RFC 9309) allows one robot: the rules of all groups that name it, else of those for <c>*</c>; the longest
/// pattern that matches decides, <c>Allow</c> between equals; no match allows. <c>Crawl-delay</c>, which the RFC does not have, is read as well.
/// </summary>
internal sealed class RobotsRules
{
    /// <summary>Of a file that is longer the rest is not read; the RFC asks for 500 KiB at least.</summary>
    public const int LargestBytes = 512 * 1024;

    private readonly List<(bool Allow, string Pattern)> _rules = [];

    private RobotsRules()
    {
    }

    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Null when the file asks for none.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    /// <param name="product">The robot's name, letters and dashes only.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> file, string product)
    {
        var own = new RobotsRules();
        var others = new RobotsRules();
        bool hasOwn = false;
        bool inAgents = false;
        var current = new List<RobotsRules>();
        foreach (string line in Encoding.UTF8.GetString(file[..Math.Min(file.Length, LargestBytes)]).TrimStart('\uFEFF').Split('\n', '\r'))
        {
            string text = line.Split('#')[0];
            int colon = text.IndexOf(':');
            string key = colon < 0 ? string.Empty : text[..colon].Trim();
            string value = colon < 0 ? string.Empty : text[(colon + 1)..].Trim();
            if (Is(key, "user-agent"))
            {
                if (!inAgents)
                {
                    current.Clear();
                }

                inAgents = true;
                bool isOwn = Is(Product(value), product);
                hasOwn |= isOwn;
                if (isOwn || value == "*")
                {
                    current.Add(isOwn ? own : others);
                }
            }
            else if (Is(key, "allow") || Is(key, "disallow") || Is(key, "crawl-delay"))
            {
                // Any other line, a sitemap or a blank one, neither ends nor begins a group.
                inAgents = false;
                current.ForEach(rules => rules.Add(key, value));
            }
        }

        return hasOwn ? own : others;
    }

    /// <summary>Whether an address may be asked for.</summary>
    public bool Allows(Uri address)
    {
        string path = Canonical(address.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        (int length, bool allowed) = (-1, true);
        foreach ((bool allow, string pattern) in _rules)
        {
            if (pattern.Length >= length && Matches(pattern, path))
            {
                allowed = pattern.Length > length ? allow : allowed || allow;
                length = pattern.Length;
            }
        }

        return allowed;
    }

    private void Add(string key, string value)
    {
        if (Is(key, "crawl-delay"))
        {
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= TimeSpan.FromDays(1).TotalSeconds)
            {
                CrawlDelay = TimeSpan.FromSeconds(seconds);
            }
        }
        else if (value.Length > 0)
        {
            // An empty Disallow forbids nothing.
            _rules.Add((Is(key, "allow"), Canonical(value)));
        }
    }

    private static bool Matches(string pattern, string path)
    {
        bool toEnd = pattern.EndsWith('$');
        return AddressPattern.Matches(toEnd ? pattern.AsSpan(..^1) : pattern, path, toEnd);
    }

    private static bool Is(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    // "ExampleBot/1.2" names ExampleBot.
    private static string Product(string agent)
    {
        int end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_'))
        {
            end++;
        }

        return agent[..end];
    }

    // Octets outside ASCII are percent-encoded, and those of unreserved letters decoded, so that both sides are written alike.
    private static string Canonical(string path)
    {
        var result = new StringBuilder(path.Length);
        ReadOnlySpan<byte> bytes = Encoding.UTF8.GetBytes(path);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte octet = bytes[i];
            bool escaped = octet == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            if (escaped)
            {
                octet = (byte)((Convert.FromHexString([(char)bytes[i + 1], (char)bytes[i + 2]]))[0]);
                i += 2;
            }

            char letter = (char)octet;
            bool unreserved = char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~';
            _ = (escaped && !unreserved) || octet is >= 0x7F or <= 0x20 ? result.Append(CultureInfo.InvariantCulture, $"%{octet:X2}") : result.Append(letter);
        }

        return result.ToString();
    }
}
