using System.CommandLine;
using LatentWalk.Exporter.Export;

namespace LatentWalk.Exporter.Web;

/// <summary>The options of <c>export</c> that make a page.</summary>
internal sealed class WebOptions
{
    private readonly Option<string?> _folder = new("--web") { Description = "Write a page to fly in the generator with any browser: a folder for any static host.", HelpName = "DIR" };
    private readonly Option<string?> _title = new("--title") { Description = "With --web: the page's title (default: the generator's name).", HelpName = "TEXT" };
    private readonly Option<string?> _address = new("--address") { Description = "With --web: where the page is going to be, for link previews (https://…).", HelpName = "URL" };
    private readonly Option<string?> _runtime = new("--runtime") { Description = $"With --web: the unpacked npm package {WebRuntime.Package} {WebRuntime.PinnedVersion} (default: lw fetches it once).", HelpName = "DIR" };

    public WebOptions()
    {
        _address.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryAddress(text, out _))
            {
                result.AddError($"--address is '{text}', expected a whole web address such as https://example.org/faces/");
            }
        });
    }

    public IEnumerable<Option> All => [_folder, .. Rest];

    private IEnumerable<Option> Rest => [_title, _address, _runtime];

    /// <summary>Null where no page is asked for.</summary>
    public WebPageRequest? Read(ParseResult parsed)
    {
        OptionRules.RequireMaster(parsed, _folder, Rest);
        string? folder = parsed.GetValue(_folder);
        return folder is null
            ? null
            : new WebPageRequest
            {
                Folder = folder,
                Title = parsed.GetValue(_title),
                Address = parsed.GetValue(_address) is { } text && TryAddress(text, out Uri? address) ? address : null,
                Runtime = parsed.GetValue(_runtime),
            };
    }

    // A page's own name is dropped, a folder gets its last '/': addresses are made relative to it.
    private static bool TryAddress(string text, out Uri? address)
    {
        address = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? given) || given.Scheme is not ("http" or "https"))
        {
            return false;
        }

        string path = given.GetLeftPart(UriPartial.Path);
        address = new Uri(path.EndsWith('/') || path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path : path + "/");
        return true;
    }
}
