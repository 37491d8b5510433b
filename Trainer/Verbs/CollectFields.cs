using System.CommandLine;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Collect;

namespace LatentWalk.Trainer.Verbs;

/// <summary>The options of <c>collect</c>, and the record they make.</summary>
internal sealed class CollectFields
{
    private static readonly CollectOptions s_defaults = new() { Start = [] };

    private readonly Argument<string> _start = new("URL") { Description = "The page to begin with." };
    private readonly Option<string[]> _also = new("--also") { Description = "Another page to begin with. May be given again, as may the next five." };
    private readonly Option<string[]> _links = new("--links") { Description = "Follow only links to such addresses; * stands for anything: \"/wiki/*\" or \"https://example.org/ms/*\"." };
    private readonly Option<string[]> _picturePages = new("--picture-pages") { Description = "Take pictures only from pages at such addresses." };
    private readonly Option<string[]> _must = new("--must") { Description = "Take pictures only from pages that say one of these, with commas between: \"mobile suit,mobile fighter\"." };
    private readonly Option<string[]> _mustNot = new("--must-not") { Description = "Take none from pages that say any of these." };
    private readonly Option<string[]> _hosts = new("--host") { Description = "Go to this host too: img.example.org, *.example.org, or * for any. Only those of the start pages without it." };
    private readonly Option<string> _text = new("--text") { Description = "Where on a page the words are looked for, a CSS selector; its title counts too.", DefaultValueFactory = _ => s_defaults.Text };
    private readonly Option<string> _pictures = new("--pictures") { Description = "Which pictures of a page, a CSS selector: \"img\", \".infobox img\", \"a.full\".", DefaultValueFactory = _ => s_defaults.Pictures };
    private readonly Option<int> _depth = new("--depth") { Description = "How many clicks from a start page.", DefaultValueFactory = _ => s_defaults.Depth };
    private readonly Option<double> _delay = new("--delay") { Description = "Seconds between two requests to a host; more where its robots.txt asks for more.", DefaultValueFactory = _ => s_defaults.Delay.TotalSeconds };
    private readonly Option<double> _timeout = new("--timeout") { Description = "Seconds that one request may take.", DefaultValueFactory = _ => s_defaults.Timeout.TotalSeconds };
    private readonly Option<int> _tries = new("--tries") { Description = "How often an address is asked for while the server is busy or away.", DefaultValueFactory = _ => s_defaults.Tries };
    private readonly Option<double> _maxWait = new("--max-wait") { Description = "Longest wait in seconds that a server may ask for; above it the collection ends, to be gone on with later.", DefaultValueFactory = _ => s_defaults.LongestWait.TotalSeconds };
    private readonly Option<long> _pageBytes = new("--max-page-bytes") { Description = "Of one page, unpacked.", DefaultValueFactory = _ => s_defaults.PageBytes };
    private readonly Option<long> _pictureBytes = new("--max-picture-bytes") { Description = "Of one picture.", DefaultValueFactory = _ => s_defaults.PictureBytes };
    private readonly Option<int> _maxPages = new("--max-pages") { Description = "Pages in all.", DefaultValueFactory = _ => s_defaults.MaxPages };
    private readonly Option<int> _maxPictures = new("--max-pictures") { Description = "Pictures in all.", DefaultValueFactory = _ => s_defaults.MaxPictures };
    private readonly Option<long> _maxBytes = new("--max-bytes") { Description = "Bytes in all, of pages and pictures.", DefaultValueFactory = _ => s_defaults.MaxBytes };
    private readonly Option<string?> _contact = new("--contact") { Description = "Told to servers, so that a site's owner can reach you; nothing is told without it." };

    public CollectFields(Command command)
    {
        command.Add(_start);
        command.Add(Folder);
        Option[] all =
        [
            _also, _links, _picturePages, _must, _mustNot, _hosts, _text, _pictures, _depth, _delay, _timeout, _tries, _maxWait,
            _pageBytes, _pictureBytes, _maxPages, _maxPictures, _maxBytes, _contact,
        ];
        foreach (Option option in all)
        {
            command.Add(option);
        }
    }

    public Argument<string> Folder { get; } = new("DIR") { Description = "Where to keep the pictures and their list, sources.jsonl; new, empty or collected into before." };

    /// <exception cref="UsageException">A start page has no address.</exception>
    public CollectOptions Read(ParseResult parsed) => new()
    {
        Start = [.. (parsed.GetValue(_also) ?? []).Prepend(parsed.GetValue(_start)!).Select(Address)],
        Links = [.. (parsed.GetValue(_links) ?? []).Select(text => new AddressPattern(text))],
        PicturePages = [.. (parsed.GetValue(_picturePages) ?? []).Select(text => new AddressPattern(text))],
        Words = PageWords.Parse(parsed.GetValue(_must) ?? [], parsed.GetValue(_mustNot) ?? []),
        Hosts = [.. parsed.GetValue(_hosts) ?? []],
        Text = parsed.GetValue(_text)!,
        Pictures = parsed.GetValue(_pictures)!,
        Depth = parsed.GetValue(_depth),
        Delay = Seconds("--delay", parsed.GetValue(_delay)),
        Timeout = Seconds("--timeout", parsed.GetValue(_timeout)),
        Tries = parsed.GetValue(_tries),
        LongestWait = Seconds("--max-wait", parsed.GetValue(_maxWait)),
        PageBytes = parsed.GetValue(_pageBytes),
        PictureBytes = parsed.GetValue(_pictureBytes),
        MaxPages = parsed.GetValue(_maxPages),
        MaxPictures = parsed.GetValue(_maxPictures),
        MaxBytes = parsed.GetValue(_maxBytes),
        Contact = parsed.GetValue(_contact),
    };

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && !address.IsFile ? address
        : throw new UsageException($"'{text}' is no address; expected one such as https://example.org/gallery/.");

    private static TimeSpan Seconds(string option, double value) => Math.Abs(value) <= TimeSpan.FromDays(1000).TotalSeconds ? TimeSpan.FromSeconds(value)
        : throw new UsageException($"{option} is {value}; expected a number of seconds.");
}
