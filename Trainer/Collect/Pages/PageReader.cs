using System.Diagnostics;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LatentWalk.Trainer.Collect.Web;

namespace LatentWalk.Trainer.Collect.Pages;

/// <summary>HTML → words, links and pictures. Runs nothing, loads nothing.</summary>
/// <param name="patience">For one page; null for ten seconds. Pages that are nested without end take a parser the square of their length.</param>
internal sealed class PageReader(CollectOptions options, TimeSpan? patience = null)
{
    private const int DeepestElement = 256;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private const int MostLinks = 10_000;

    private static readonly byte[][] s_notText = [[0x89, (byte)'P'], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [.. "RIFF"u8], [.. "%PDF"u8], [.. "PK\u0003"u8], [0x1F, 0x8B]];

    /// <summary>Whether CSS knows it.</summary>
    public static bool IsSelector(string selector)
    {
        try
        {
            using IDocument empty = new HtmlParser().ParseDocument(string.Empty);
            empty.QuerySelector(selector);
            return selector.Length > 0;
        }
        catch (DomException)
        {
            return false;
        }
    }

    /// <returns>Why it is no page, without a full stop; null when it is one.</returns>
    public static string? WhyNot(byte[] body, string? contentType)
    {
        if (body.Length == 0)
        {
            return "it is empty";
        }

        ReadOnlySpan<byte> head = body.AsSpan(0, Math.Min(body.Length, 512));
        bool wide = head.StartsWith<byte>([0xFE, 0xFF]) || head.StartsWith<byte>([0xFF, 0xFE]);
        foreach (byte[] start in s_notText)
        {
            if (head.StartsWith(start))
            {
                return $"it is no page, whatever the server calls it ({contentType ?? "nothing"})";
            }
        }

        if (!wide && head.Contains((byte)0))
        {
            return $"it is no text, whatever the server calls it ({contentType ?? "nothing"})";
        }

        bool declared = contentType is not null && (contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase));
        string text = Encoding.Latin1.GetString(head);
        bool looks = wide || text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<head", StringComparison.OrdinalIgnoreCase) || text.Contains("<body", StringComparison.OrdinalIgnoreCase);
        return declared || looks ? null : $"it is no HTML page but {contentType ?? "of no stated type"}";
    }

    /// <param name="address">Where it was found, for relative addresses.</param>
    /// <returns>Null for a page that takes too long to make sense of.</returns>
    public PageContent? Read(byte[] page, string? contentType, Uri address)
    {
        var clock = Stopwatch.StartNew();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = DeepestElement,
            DisableElementPositionTracking = true,
            OnCreated = (_, _) => ThrowIfLate(clock),
        });
        try
        {
            return Read(parser, page, contentType, address);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private void ThrowIfLate(Stopwatch clock)
    {
        if (clock.Elapsed > (patience ?? s_patience))
        {
            throw new TimeoutException();
        }
    }

    private PageContent Read(HtmlParser parser, byte[] page, string? contentType, Uri address)
    {
        using IDocument document = parser.ParseDocument(PageEncoding.Decode(page, contentType));
        Uri from = document.QuerySelector("base[href]")?.GetAttribute("href") is { } given && Absolute(address, given) is { } resolved && CollectScope.IsWeb(resolved) ? resolved : address;
        HashSet<string> wishes = document.QuerySelectorAll("meta[name=robots i],meta[name=latentwalk i]")
            .SelectMany(meta => (meta.GetAttribute("content") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var text = new StringBuilder(document.Title).Append(' ');
        foreach (IElement part in Outermost(document.QuerySelectorAll(options.Text)))
        {
            PageText.Append(text, part);
        }

        return new PageContent(
            PageWords.Normalise(text.ToString()),
            wishes.Overlaps(["nofollow", "none"]) ? [] : Distinct(document.QuerySelectorAll("a[href],area[href],link[rel~=next][href]").Select(link => link.GetAttribute("href")), from),
            wishes.Overlaps(["noimageindex", "none"]) ? [] : Distinct(document.QuerySelectorAll(options.Pictures).Select(PictureAddresses.Of), from));
    }

    // A part inside another part would be read twice.
    private static IEnumerable<IElement> Outermost(IHtmlCollection<IElement> parts)
    {
        var all = parts.ToHashSet<INode>();
        return parts.Where(part => !Above(part).Any(all.Contains));
    }

    private static IEnumerable<INode> Above(INode node)
    {
        for (INode? parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }

    private static List<Uri> Distinct(IEnumerable<string?> written, Uri from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<Uri>();
        foreach (string? each in written)
        {
            if (found.Count < MostLinks && each is not null && Absolute(from, each) is { } address && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                && seen.Add(address.AbsoluteUri))
            {
                found.Add(address);
            }
        }

        return found;
    }

    private static Uri? Absolute(Uri from, string written) =>
        Uri.TryCreate(from, written.Trim(), out Uri? address) && address.IsAbsoluteUri ? PoliteFetcher.Plain(address) : null;
}
