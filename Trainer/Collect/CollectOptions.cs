using System.Collections.Immutable;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Collect.Pages;

namespace LatentWalk.Trainer.Collect;

/// <summary>What to collect, from where, how politely and how much at most.</summary>
internal sealed record CollectOptions
{
    internal const string Everywhere = "*";

    /// <summary>Pages to begin with.</summary>
    public required ImmutableArray<Uri> Start { get; init; }

    /// <summary>Follow links to such addresses only; empty for all.</summary>
    public ImmutableArray<AddressPattern> Links { get; init; } = [];

    /// <summary>Take pictures from pages of such addresses only; empty for all.</summary>
    public ImmutableArray<AddressPattern> PicturePages { get; init; } = [];

    /// <summary>Take pictures from pages that say this and not that.</summary>
    public PageWords Words { get; init; } = PageWords.None;

    /// <summary>CSS selector of the part of a page whose words count; its title always does.</summary>
    public string Text { get; init; } = "body";

    /// <summary>CSS selector of the pictures.</summary>
    public string Pictures { get; init; } = "img";

    /// <summary>Clicks from a start page.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Hosts to go to besides those of the start pages: names, <c>*.name</c> for all below, <see cref="Everywhere"/> for any.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>From the end of one request to the start of the next on the same host, at least.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Of one request, its body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of one address before it counts as failed.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>The longest wait that a server may ask for; for longer ones the collection stops and can be gone on with later.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    public long PageBytes { get; init; } = 4 << 20;

    public long PictureBytes { get; init; } = 32 << 20;

    public int MaxPages { get; init; } = 10_000;

    public int MaxPictures { get; init; } = 20_000;

    /// <summary>Of all pages and pictures, unpacked.</summary>
    public long MaxBytes { get; init; } = 8L << 30;

    /// <summary>How a site's owner can reach whoever collects; told to servers, null for nothing.</summary>
    public string? Contact { get; init; }

    /// <summary>Every problem, each naming its option; empty when it can be done.</summary>
    internal IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        void Require(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }

        Require(Start.Length > 0, "there is no start page");
        foreach (Uri start in Start)
        {
            Require(CollectScope.IsWeb(start), $"'{start.OriginalString}' is not a page's address; expected http:// or https://, without a user's name");
        }

        Require(PageReader.IsSelector(Pictures), $"--pictures is '{Pictures}'; expected a CSS selector such as \"img\" or \".gallery a\"");
        Require(PageReader.IsSelector(Text), $"--text is '{Text}'; expected a CSS selector such as \"main\"");
        Require(Depth is >= 0 and <= 100, $"--depth is {Depth}; expected 0 to 100");
        foreach (string host in Hosts)
        {
            Require(host == Everywhere || Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : CollectScope.NameOf(host)) != UriHostNameType.Unknown,
                $"--host is '{host}'; expected a name such as img.example.org, *.example.org, or * for any");
        }

        Require(Delay >= TimeSpan.Zero && Delay <= TimeSpan.FromHours(1), $"--delay is {Delay.TotalSeconds}; expected 0 to 3600 seconds");
        Require(Timeout > TimeSpan.Zero && Timeout <= TimeSpan.FromHours(1), $"--timeout is {Timeout.TotalSeconds}; expected more than 0, at most 3600 seconds");
        Require(Tries is >= 1 and <= 100, $"--tries is {Tries}; expected 1 to 100");
        Require(LongestWait >= TimeSpan.Zero && LongestWait <= TimeSpan.FromDays(1), $"--max-wait is {LongestWait.TotalSeconds}; expected 0 to 86400 seconds");
        Require(PageBytes is >= 1 and <= 64 << 20, $"--max-page-bytes is {PageBytes}; expected 1 to {64 << 20}");
        Require(PictureBytes is >= 1 and <= PictureLimits.FileBytes, $"--max-picture-bytes is {PictureBytes}; expected 1 to {PictureLimits.FileBytes}");
        Require(MaxPages >= 1, $"--max-pages is {MaxPages}; expected 1 or more");
        Require(MaxPictures >= 1, $"--max-pictures is {MaxPictures}; expected 1 or more");
        Require(MaxBytes >= 1, $"--max-bytes is {MaxBytes}; expected 1 or more");
        Require(Contact is null || Contact.All(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\')), "--contact has letters that a header cannot carry; expected plain ASCII without brackets");
        return problems;
    }
}
