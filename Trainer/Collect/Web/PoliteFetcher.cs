namespace LatentWalk.Trainer.Collect.Web;

/// <summary>
/// Asks for addresses as a good guest does: not where robots.txt forbids, one at a time, with pauses, again later when the server is busy, and
/// as late as it says. Each redirect is judged like a link.
/// </summary>
internal sealed class PoliteFetcher(CollectOptions options, CollectScope scope, Fetcher fetcher, Pace pace)
{
    private const int MostRedirects = 10;
    private const int MostRobotsRedirects = 5;

    private readonly Dictionary<string, (RobotsRules? Rules, Fetched? Problem)> _robots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Called when the next request is a long way off, with what is waited for and how long.</summary>
    public Action<string, TimeSpan> Waiting { get; init; } = (_, _) => { };

    /// <summary>Called once for a site that asks for a longer delay than the user.</summary>
    public Action<string, TimeSpan> Slowed { get; init; } = (_, _) => { };

    /// <param name="isKnown">Whether a place that a redirect leads to has been fetched already.</param>
    public async Task<Fetched> GetAsync(Uri address, string accept, long largest, Func<Uri, bool> isKnown, CancellationToken stop)
    {
        Uri at = address;
        var seen = new HashSet<string> { at.AbsoluteUri };
        while (true)
        {
            if (scope.WhyNot(at) is { } outside)
            {
                return Refused(at, at == address ? Why.Host : Why.Redirect, at == address ? outside : $"it redirects to {at.AbsoluteUri}: {outside}");
            }

            (RobotsRules? rules, Fetched? problem) = await RobotsAsync(at, stop).ConfigureAwait(false);
            if (rules is null)
            {
                return problem! with { Final = at };
            }

            if (!rules.Allows(at))
            {
                return Refused(at, Why.Robots, $"the site's robots.txt forbids {at.PathAndQuery}");
            }

            Fetched answer = await TryAsync(at, accept, largest, cut: false, rules.CrawlDelay, stop).ConfigureAwait(false);
            if (answer.Location is null)
            {
                return answer;
            }

            if (!Uri.TryCreate(at, answer.Location, out Uri? next))
            {
                return Refused(at, Why.Redirect, "it redirects to something that is no address");
            }

            at = Plain(next);
            if (!seen.Add(at.AbsoluteUri) || seen.Count > MostRedirects + 1)
            {
                return Refused(at, Why.Redirect, seen.Count > MostRedirects ? $"it redirects more than {MostRedirects} times" : $"its redirects lead in a circle, back to {at.AbsoluteUri}");
            }

            if (isKnown(at))
            {
                return Refused(at, Why.Duplicate, $"it redirects to {at.AbsoluteUri}, which is taken care of");
            }
        }
    }

    /// <summary>Without the part after '#', which servers never see.</summary>
    public static Uri Plain(Uri address) => address.Fragment.Length == 0 || !address.IsAbsoluteUri ? address : new UriBuilder(address) { Fragment = string.Empty }.Uri;

    private static Fetched Refused(Uri at, Why why, string problem) => new(at) { Why = why, Problem = problem };

    private async Task<Fetched> TryAsync(Uri at, string accept, long largest, bool cut, TimeSpan? crawlDelay, CancellationToken stop)
    {
        TimeSpan delay = crawlDelay > options.Delay ? crawlDelay.Value : options.Delay;
        TimeSpan patience = TimeSpan.FromSeconds(1);
        for (int attempt = 1; ; attempt++)
        {
            await pace.TakeTurnAsync(at.Authority, delay, stop).ConfigureAwait(false);
            Response answer = await fetcher.GetAsync(at, accept, largest, cut, stop).ConfigureAwait(false);
            pace.End(at.Authority);
            bool again = answer.IsPassing && attempt < options.Tries;
            TimeSpan? comeBack = answer.IsPassing && answer.RetryAfter > options.LongestWait ? answer.RetryAfter : null;
            if (!again || comeBack is not null)
            {
                string tries = answer.IsPassing && attempt > 1 ? $", {attempt} times" : string.Empty;
                return new Fetched(at)
                {
                    Status = (int?)answer.Status,
                    ContentType = answer.ContentType,
                    Body = answer.Body,
                    Location = answer.Location,
                    Why = answer.Why,
                    Problem = answer.Problem is null ? null : answer.Problem + tries,
                    IsPassing = answer.IsPassing,
                    ComeBack = comeBack,
                };
            }

            TimeSpan wait = answer.RetryAfter ?? patience;
            wait = wait < options.LongestWait ? wait : options.LongestWait;
            Waiting($"{at.Authority}: {answer.Problem}", wait);
            await pace.WaitAsync(wait, stop).ConfigureAwait(false);
            patience *= 2;
        }
    }

    private async Task<(RobotsRules? Rules, Fetched? Problem)> RobotsAsync(Uri site, CancellationToken stop)
    {
        string key = site.GetLeftPart(UriPartial.Authority);
        if (!_robots.TryGetValue(key, out (RobotsRules? Rules, Fetched? Problem) known))
        {
            _robots[key] = known = await ReadRobotsAsync(new Uri(site, "/robots.txt"), stop).ConfigureAwait(false);
            if (known.Rules?.CrawlDelay is { } delay && delay > options.Delay)
            {
                Slowed(site.Authority, delay);
            }
        }

        return known;
    }

    // RFC 9309, 2.3.1: a missing file allows all; one that cannot be had forbids all.
    private async Task<(RobotsRules? Rules, Fetched? Problem)> ReadRobotsAsync(Uri at, CancellationToken stop)
    {
        for (int redirects = 0; ; redirects++)
        {
            Fetched answer = await TryAsync(at, "text/plain", RobotsRules.LargestBytes, cut: true, null, stop).ConfigureAwait(false);
            if (answer.Body is { } file)
            {
                return (RobotsRules.Parse(file, Fetcher.Product), null);
            }

            if (answer.Location is not null && redirects < MostRobotsRedirects && Uri.TryCreate(at, answer.Location, out Uri? next) && CollectScope.IsWeb(next))
            {
                at = next;
                continue;
            }

            return answer.Status is >= 300 and < 500 and not 429
                ? (RobotsRules.AllowAll, null)
                : (null, answer with { Problem = $"robots.txt cannot be read, so nothing of {at.Authority} may be: {answer.Problem}" });
        }
    }
}
