using System.Text.Json;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Inspect;

/// <summary>A folder of pictures, perhaps with labels.</summary>
internal static class SetInspector
{
    public const string LabelsName = "dataset.json";

    public static Inspection Inspect(string folder)
    {
        var files = PictureFile.Find(folder);
        var endings = new JsonObject();
        foreach (var group in files.GroupBy(file => Path.GetExtension(file).TrimStart('.').ToLowerInvariant()).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            endings[group.Key] = group.Count();
        }

        long bytes = files.Sum(file => new FileInfo(file).Length);
        int? labelled = CountLabels(Path.Combine(folder, LabelsName));
        return new Inspection("set",
        [
            new("path", "path", folder),
            new("count", "pictures", files.Count),
            new("formats", "formats", endings, string.Join(", ", endings.Select(pair => $"{pair.Value} {pair.Key}"))),
            new("bytes", "size", bytes, $"{bytes / 1e6:f1} MB"),
            new("labelled", "labelled", labelled),
        ]);
    }

    private static int? CountLabels(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.TryGetProperty("labels", out var labels) && labels.ValueKind == JsonValueKind.Array
                ? labels.GetArrayLength()
                : throw new BadDataException($"'{path}' has no array 'labels', expected {{\"labels\": [[\"file.png\", ...], ...]}}; remove or mend it.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"'{path}' is not readable JSON: {error.Message}; remove or mend it.", error);
        }
    }
}
