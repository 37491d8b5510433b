using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Web;

/// <summary>index.html: the template with what is known about the generator, and nothing else.</summary>
internal static class PageHtml
{
    /// <param name="info">The generator.</param>
    /// <param name="request">Title and address.</param>
    /// <param name="runtimeVersion">Of ONNX Runtime Web.</param>
    public static string Fill(GeneratorInfo info, WebPageRequest request, string runtimeVersion)
    {
        string boot = PageSource.Text(PageSource.Boot).Trim();
        string hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(boot)));
        var html = new StringBuilder(PageSource.Text(PageSource.Html));
        html.Replace("{{title}}", Encode(request.Title ?? info.Name));
        html.Replace("{{description}}", Encode(Description(info)));
        html.Replace("{{about}}", Encode(About(info)));
        html.Replace("{{address-tags}}", AddressTags(request.Address));
        html.Replace("{{zdim}}", info.ZDim.ToString(CultureInfo.InvariantCulture));
        html.Replace("{{runtime-version}}", Encode(runtimeVersion));
        html.Replace("{{boot-hash}}", hash);
        html.Replace("{{boot}}", boot);
        return html.ToString();
    }

    private static string Description(GeneratorInfo info) =>
        Invariant($"Fly through everything that this generator can draw: pictures of {info.Width}×{info.Height}, made in your browser.");

    // Each sentence only where the file says so.
    private static string About(GeneratorInfo info)
    {
        var about = new StringBuilder(Invariant($"{info.Name}: {info.Width}×{info.Height} pictures from {info.ZDim} numbers"));
        about.Append(info.Classes > 0 ? Invariant($" and {info.Classes} classes. ") : ". ");
        if (info.Step is { } step)
        {
            about.Append(Invariant($"Trained for {step} steps{(info.Preset is { } preset ? $" ({preset})" : "")}. "));
        }

        about.Append(info.Metadata?.Author is { } author ? $"By {author}. " : "");
        about.Append(info.Metadata?.License is { } license ? $"Licence: {license}. " : "");
        return about.Append(Invariant($"SHA-256 {info.Sha256[..16]}….")).ToString();
    }

    // A preview picture needs a whole address, which only the user knows.
    private static string AddressTags(Uri? address) => address is null
        ? ""
        : $"<meta property=\"og:url\" content=\"{Encode(address.AbsoluteUri)}\">\n"
            + $"<meta property=\"og:image\" content=\"{Encode(new Uri(address, WebPage.PreviewName).AbsoluteUri)}\">\n";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
