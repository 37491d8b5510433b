using System.Net;

namespace LatentWalk.Exporter.Serve;

/// <summary>From the path of an address to a file of the folder that is served, and what kind it is.</summary>
internal static class ServedPath
{
    private const string Index = "index.html";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".txt"] = "text/plain; charset=utf-8",
        [".png"] = "image/png",
        [".wasm"] = "application/wasm",
    };

    public static string TypeOf(string path) => Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");

    /// <param name="root">The folder, whole path.</param>
    /// <param name="urlPath">As the browser sent it, still escaped.</param>
    /// <returns>
    /// A file below the root; a folder whose address lacks its last '/'; null for what is not there, is hidden (.git) or would lie outside.
    /// </returns>
    public static string? Find(string root, string urlPath)
    {
        string path = root;
        string[] segments = urlPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (string segment in segments.Select(WebUtility.UrlDecode)!)
        {
            if (segment.StartsWith('.') || segment.AsSpan().ContainsAny("/\\:\0"))
            {
                return null;
            }

            path = Path.Combine(path, segment);
        }

        if (File.Exists(path))
        {
            return urlPath.EndsWith('/') ? null : path;
        }

        string index = Path.Combine(path, Index);
        return !File.Exists(index) ? null : urlPath.EndsWith('/') ? index : path;
    }
}
