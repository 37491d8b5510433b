namespace LatentWalk.Trainer.Collect;

/// <summary>Where the collector may go, and what it takes where. Pure.</summary>
internal sealed class CollectScope(CollectOptions options)
{
    // Longer ones are traps: calendars and searches that grow for ever.
    internal const int LongestAddress = 2048;

    /// <returns>Why an address is left alone, without a full stop; null when it may be asked for.</returns>
    public string? WhyNot(Uri address) =>
        !IsWeb(address) ? "it is not an http or https address"
        : address.AbsoluteUri.Length > LongestAddress ? $"its address is longer than {LongestAddress} letters"
        : !IsHostWanted(address) ? $"it is on another host, {address.Authority}"
        : null;

    /// <summary>Whether links there are followed; start pages always are.</summary>
    public bool Follows(Uri address) => options.Links.IsEmpty || options.Links.Any(pattern => pattern.Matches(address));

    /// <summary>Whether pictures of that page are wanted, as far as its address tells.</summary>
    public bool GivesPictures(Uri page) => options.PicturePages.IsEmpty || options.PicturePages.Any(pattern => pattern.Matches(page));

    public static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0 && address.Host.Length > 0;

    /// <summary>A host as a user writes it, without its port.</summary>
    public static string NameOf(string host) =>
        host.LastIndexOf(':') is var colon and > 0 && host[(colon + 1)..].All(char.IsAsciiDigit) && !host[..colon].Contains("::", StringComparison.Ordinal) ? host[..colon] : host;

    private bool IsHostWanted(Uri address) =>
        options.Start.Any(start => IsSame(start, address)) || options.Hosts.Any(host => IsNamed(host, address));

    // A site that moves its pages from http to https, each at its own port, is the same site.
    private static bool IsSame(Uri a, Uri b) =>
        a.IdnHost.Equals(b.IdnHost, StringComparison.OrdinalIgnoreCase) && (a.Port == b.Port || (a.IsDefaultPort && b.IsDefaultPort));

    private static bool IsNamed(string host, Uri address) =>
        host == CollectOptions.Everywhere
        || (host.StartsWith("*.", StringComparison.Ordinal)
            ? address.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase) || host.Equals(address.Authority, StringComparison.OrdinalIgnoreCase));
}
