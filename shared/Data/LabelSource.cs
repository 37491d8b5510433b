using System.Globalization;
using System.Text;
using LatentWalk.Core.Errors;

namespace LatentWalk.Data;

/// <summary>Finds the labels that come with pictures.</summary>
public static class LabelSource
{
    /// <summary>StyleGAN's: <c>{"labels": [["a.png", 3], …]}</c>, with the names of the classes in <c>"classes"</c> if any.</summary>
    public const string JsonName = "dataset.json";

    /// <summary>Lines of file and label.</summary>
    public const string CsvName = "labels.csv";

    private const long LargestLabelFile = 256L * 1024 * 1024;

    /// <summary>
    /// <c>dataset.json</c> at the top, else <c>labels.csv</c> there, else the first folder of each picture's name, when every
    /// picture is in one and there are at least two. Null when there are none of these.
    /// </summary>
    /// <param name="names">What <see cref="IPictureFiles.Enumerate"/> gave.</param>
    /// <exception cref="BadDataException">A label file is there and cannot be understood.</exception>
    public static Labels? Find(IPictureFiles files, IReadOnlyList<PictureFileName> names)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(names);
        if (names.FirstOrDefault(file => file.Name == JsonName) is { } json)
        {
            return JsonLabels.Parse(files.Read(json, LargestLabelFile), $"{JsonName}' of '{files.Path}");
        }

        return names.FirstOrDefault(file => file.Name == CsvName) is { } csv
            ? FromCsv(Text(files.Read(csv, LargestLabelFile), CsvName), $"{CsvName}' of '{files.Path}")
            : FromFolders(names.Where(file => file.HasPictureEnding).Select(file => file.Name));
    }

    /// <summary>A CSV or a dataset.json anywhere; which one, its ending says.</summary>
    /// <exception cref="BadDataException">It is missing or cannot be understood.</exception>
    public static Labels FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] content;
        try
        {
            content = new FileInfo(path).Length <= LargestLabelFile
                ? File.ReadAllBytes(path)
                : throw new BadDataException($"the labels '{path}' have more than {LargestLabelFile} bytes. Give a file of labels.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"the labels '{path}' cannot be read: {error.Message.TrimEnd('.')}. Check the path.", error);
        }

        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonLabels.Parse(content, path) : FromCsv(Text(content, path), path);
    }

    internal static Labels FromCsv(string text, string path)
    {
        var rows = CsvTable.Parse(text, what => Bad(path, what));
        var labels = new List<(string Name, string Class)>();
        foreach (var (line, fields) in rows.Skip(rows.Count > 0 && IsHeading(rows[0].Fields) ? 1 : 0))
        {
            if (fields.Count < 2 || fields[0].Length == 0)
            {
                throw Bad(path, $"line {line} has {fields.Count} field{(fields.Count == 1 ? "" : "s")}, expected a file and its label");
            }

            if (fields[1].Length > 0)
            {
                labels.Add((fields[0].Replace('\\', '/'), fields[1]));
            }
        }

        return Named(path, labels);
    }

    internal static Labels? FromFolders(IEnumerable<string> names)
    {
        var labels = new List<(string Name, string Class)>();
        foreach (string name in names)
        {
            int slash = name.IndexOf('/', StringComparison.Ordinal);
            if (slash <= 0)
            {
                return null;
            }

            labels.Add((name, name[..slash]));
        }

        return labels.Select(label => label.Class).Distinct().Skip(1).Any() ? Named("folders", labels) : null;
    }

    internal static BadDataException Bad(string path, string what, Exception? inner = null) =>
        new($"the labels in '{path}' cannot be used: {what}. Mend the file, or remove it to go without labels.", inner);

    // Classes in the order of their names; of their numbers, where all are numbers.
    private static Labels Named(string origin, List<(string Name, string Class)> labels)
    {
        string[] classes = [.. labels.Select(label => label.Class).Distinct()];
        if (classes.Length > PackedSetFormat.LargestClassCount)
        {
            throw Bad(origin, $"there are {classes.Length} classes; at most {PackedSetFormat.LargestClassCount} are read");
        }

        bool numbers = classes.All(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        classes = numbers
            ? [.. classes.OrderBy(name => int.Parse(name, CultureInfo.InvariantCulture)).ThenBy(name => name, StringComparer.Ordinal)]
            : [.. classes.Order(StringComparer.Ordinal)];
        var indices = classes.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        var byName = new Dictionary<string, int>(labels.Count, StringComparer.Ordinal);
        foreach (var (name, label) in labels)
        {
            if (!byName.TryAdd(name, indices[label]) && byName[name] != indices[label])
            {
                throw Bad(origin, $"'{name}' has the labels '{classes[byName[name]]}' and '{label}'");
            }
        }

        return new Labels(origin, classes, byName);
    }

    private static bool IsHeading(IReadOnlyList<string> fields) => fields.Count >= 2
        && fields[0].ToLowerInvariant() is "file" or "filename" or "file_name" or "name" or "path" or "image" or "picture"
        && fields[1].ToLowerInvariant() is "label" or "class" or "class_name" or "category" or "target";

    private static string Text(byte[] content, string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            throw Bad(path, "it is not UTF-8 text", error);
        }
    }
}
