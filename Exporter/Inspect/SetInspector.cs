using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;
using LatentWalk.Data;

namespace LatentWalk.Exporter.Inspect;

/// <summary>A packed set, or a folder or zip of pictures, perhaps with labels.</summary>
internal static class SetInspector
{
    public const string LabelsName = LabelSource.JsonName;
    private const int BadShown = 5;

    /// <summary>Of a packed set; reads every picture once, to say which are damaged.</summary>
    public static Inspection InspectPacked(string path)
    {
        using var set = PackedSet.Open(path);
        var damaged = new List<int>();
        int mirrored = 0;
        for (int i = 0; i < set.Count; i++)
        {
            if (!set.Verify(i))
            {
                damaged.Add(i);
            }

            mirrored += set.Entry(i).Mirrored ? 1 : 0;
        }

        long bytes = new FileInfo(path).Length;
        return new Inspection("set",
        [
            new("path", "path", path),
            new("count", "pictures", set.Count),
            new("size", "side", set.Size, $"{set.Size}×{set.Size}"),
            new("channels", "channels", set.Channels, set.Channels == 3 ? "3 (RGB)" : "4 (RGBA)"),
            new("mirrored", "mirrored", mirrored),
            Classes(set.Classes),
            new("unlabelled", "without a class", set.Count - set.Classes.Sum(c => c.Count)),
            new("fingerprint", "fingerprint", set.Fingerprint),
            new("bytes", "file size", bytes, Megabytes(bytes)),
            new("damaged", "damaged", damaged.Count, Damaged(set, damaged)),
        ]);
    }

    /// <summary>Of a folder or a zip.</summary>
    public static Inspection Inspect(string path)
    {
        using var files = PictureFiles.Open(path);
        IReadOnlyList<PictureFileName> all = [.. files.Enumerate()];
        IReadOnlyList<PictureFileName> pictures = [.. all.Where(name => name.HasPictureEnding)];
        var endings = new JsonObject();
        foreach (var group in pictures.GroupBy(name => Path.GetExtension(name.Name).TrimStart('.').ToLowerInvariant()).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            endings[group.Key] = group.Count();
        }

        var refused = pictures.Where(name => name.Problem is not null).ToList();
        var labels = LabelSource.Find(files, all);
        long bytes = pictures.Sum(name => name.Bytes);
        return new Inspection("set",
        [
            new("path", "path", path),
            new("count", "pictures", pictures.Count),
            new("formats", "formats", endings, string.Join(", ", endings.Select(pair => $"{pair.Value} {pair.Key}"))),
            new("bytes", "size", bytes, Megabytes(bytes)),
            new("labelled", "labelled", labels is null ? null : pictures.Count(name => labels.ClassOf(name.Name) >= 0)),
            labels is null ? new("classes", "classes", null) : Classes([.. labels.Classes.Select((name, i) => new SetClass(name, pictures.Count(p => labels.ClassOf(p.Name) == i)))]),
            new("refused", "refused", refused.Count == 0 ? null : refused.Count, refused.Count == 0 ? null : $"{refused.Count}; the first: {refused[0].Problem}"),
        ]);
    }

    /// <summary>Pictures for a contact sheet, evenly from the first to the last: uint8 [side, side, 4] each.</summary>
    /// <exception cref="BadDataException">It is no packed set, or none of them can be read.</exception>
    public static (IReadOnlyList<byte[]> Pictures, int Side) Sample(string path, int count)
    {
        using var set = PackedSet.Open(path);
        count = Math.Min(count, set.Count);
        var pictures = new List<byte[]>(count);
        var pixels = new byte[set.PictureBytes];
        for (int i = 0; i < count; i++)
        {
            if (set.TryRead((int)((long)i * set.Count / count), pixels))
            {
                pictures.Add(Rgba(pixels, set.Channels));
            }
        }

        return pictures.Count > 0 ? (pictures, set.Size)
            : throw new BadDataException($"none of the pictures of '{path}' that were tried can be read. Make it again with lw prepare.");
    }

    private static byte[] Rgba(byte[] pixels, int channels)
    {
        if (channels == 4)
        {
            return [.. pixels];
        }

        var rgba = new byte[pixels.Length / 3 * 4];
        for (int i = 0; i < pixels.Length / 3; i++)
        {
            pixels.AsSpan(3 * i, 3).CopyTo(rgba.AsSpan(4 * i));
            rgba[(4 * i) + 3] = 255;
        }

        return rgba;
    }

    private static Fact Classes(IReadOnlyList<SetClass> classes)
    {
        var json = new JsonArray();
        foreach (var one in classes)
        {
            json.Add(new JsonObject { ["name"] = one.Name, ["count"] = one.Count });
        }

        return new("classes", "classes", json, classes.Count == 0 ? "none" : string.Join(", ", classes.Select(c => $"{c.Name} {c.Count}")));
    }

    private static string Damaged(PackedSet set, List<int> damaged) => damaged.Count == 0 ? "none"
        : $"{damaged.Count}: {string.Join(", ", damaged.Take(BadShown).Select(i => $"{i} ('{set.Entry(i).Source}')"))}{(damaged.Count > BadShown ? ", …" : "")}";

    private static string Megabytes(long bytes) => $"{bytes / 1e6:f1} MB";
}
