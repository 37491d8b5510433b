using System.Text.Json;
using System.Text.RegularExpressions;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Exporter.Web.Document;

namespace LatentWalk.Exporter.Web;

/// <summary>
/// The folder of a page: a new one, an empty one, or that of an older page. What else lies in it (.git, CNAME) stays; a folder
/// that is none of these is not touched.
/// </summary>
internal sealed partial class PageFolder
{
    // Says that what lies here is the beginning of a page, should its writing be cut short; page.json comes last.
    private const string UnfinishedName = ".latentwalk-page";

    private readonly string _path;
    private readonly string[] _oldModels;

    private PageFolder(string path, string[] oldModels) => (_path, _oldModels) = (path, oldModels);

    /// <exception cref="UsageException">There is something else.</exception>
    /// <exception cref="DiskException">It cannot be made.</exception>
    public static PageFolder Open(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                throw new UsageException($"'{path}' is a file, expected the folder to write the page to.");
            }

            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => !IsHidden(entry)) && !IsPage(path))
            {
                throw new UsageException($"'{path}' has files that are not a page of Latent Walk (no {WebPage.DocumentName} that says so), and they could be overwritten; give a new folder to --web, or empty this one.");
            }

            Directory.CreateDirectory(path);
            if (!IsPage(path))
            {
                File.WriteAllBytes(Path.Combine(path, UnfinishedName), []);
            }

            return new PageFolder(path, ModelsIn(path));
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("make the folder", path, error);
        }
    }

    /// <summary>The generator file of the page that lies there; null without one.</summary>
    public static string? ModelOf(string path) =>
        IsPage(path) && ModelsIn(path) is [var only] ? only : null;

    /// <param name="name">With '/' between folders.</param>
    public void Write(string name, ReadOnlyMemory<byte> bytes) => AtomicFile.Write(PathOf(name), stream => stream.Write(bytes.Span));

    /// <summary>Copies a file and gives back its length.</summary>
    public long Copy(string name, string from)
    {
        FileStream source;
        try
        {
            source = File.OpenRead(from);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", from, error);
        }

        using (source)
        {
            AtomicFile.Write(PathOf(name), source.CopyTo);
            return source.Length;
        }
    }

    /// <summary>The page names its model: the models before it go, and the mark of a page that is not finished.</summary>
    public void Finish(string model)
    {
        foreach (string old in _oldModels.Where(file => Path.GetFileName(file) != model).Append(Path.Combine(_path, UnfinishedName)))
        {
            try
            {
                File.Delete(old);
            }
            catch (Exception error) when (DiskErrors.IsDiskError(error))
            {
                throw DiskErrors.Wrap("delete what is no longer needed", old, error);
            }
        }
    }

    private string PathOf(string name)
    {
        string path = Path.Combine(_path, name);
        Folders.MakeFor(path);
        return path;
    }

    private static string[] ModelsIn(string path) =>
        [.. Directory.GetFiles(path, "model-*.onnx").Where(file => ModelName().IsMatch(Path.GetFileName(file)))];

    private static bool IsHidden(string entry) => Path.GetFileName(entry).StartsWith('.');

    // Whatever version wrote it: only the mark counts.
    private static bool IsPage(string path)
    {
        string document = Path.Combine(path, WebPage.DocumentName);
        if (!File.Exists(document))
        {
            return File.Exists(Path.Combine(path, UnfinishedName));
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(document));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.String
                && format.GetString() == PageDocument.FormatName;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^model-[0-9a-f]{12}\\.onnx$")]
    private static partial Regex ModelName();
}
