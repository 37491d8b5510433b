using System.Reflection;
using System.Text;

namespace LatentWalk.Exporter.Web;

/// <summary>The page as it lies in this program: Exporter/Web/Page, embedded.</summary>
internal static class PageSource
{
    private const string Prefix = "page/";
    private static readonly Assembly Own = typeof(PageSource).Assembly;

    /// <summary>The template that <see cref="PageHtml"/> fills in.</summary>
    public const string Html = "index.html";

    /// <summary>The first script, which stands in the page itself.</summary>
    public const string Boot = "boot.js";

    /// <summary>Every file that goes into the folder as it is, by its path there.</summary>
    public static IEnumerable<string> Files => Own.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..].Replace('\\', '/'))
        .Where(name => name is not Html and not Boot)
        .Order(StringComparer.Ordinal);

    public static byte[] Bytes(string file)
    {
        string name = Own.GetManifestResourceNames().First(candidate => candidate.Replace('\\', '/') == Prefix + file);
        using var stream = Own.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Text(string file) => Encoding.UTF8.GetString(Bytes(file)).ReplaceLineEndings("\n");
}
