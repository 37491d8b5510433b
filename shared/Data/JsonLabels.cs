using System.Globalization;
using System.Text.Json;

namespace LatentWalk.Data;

/// <summary>The labels of a <c>dataset.json</c>; keys that are not known are passed over, for other tools keep their own there.</summary>
internal static class JsonLabels
{
    public static Labels Parse(byte[] content, string path)
    {
        try
        {
            var text = content.AsMemory(content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("labels", out var labels))
            {
                throw LabelSource.Bad(path, "there is no \"labels\"; expected {\"labels\": [[\"file.png\", 0], …]}");
            }

            var names = Names(document.RootElement, path);
            if (labels.ValueKind == JsonValueKind.Null)
            {
                return new Labels(LabelSource.JsonName, names ?? [], new Dictionary<string, int>());
            }

            if (labels.ValueKind != JsonValueKind.Array)
            {
                throw LabelSource.Bad(path, $"\"labels\" is {labels.ValueKind}; expected [[\"file.png\", 0], …]");
            }

            return Read(labels, names, path);
        }
        catch (JsonException error)
        {
            throw LabelSource.Bad(path, $"it is not valid JSON (line {error.LineNumber + 1})", error);
        }
    }

    private static Labels Read(JsonElement labels, List<string>? names, string path)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        int largest = -1;
        int index = 0;
        foreach (var pair in labels.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2 || pair[0].ValueKind != JsonValueKind.String)
            {
                throw LabelSource.Bad(path, $"label {index} is not a pair of a file and a class");
            }

            string name = pair[0].GetString()!.Replace('\\', '/');
            if (pair[1].ValueKind != JsonValueKind.Null)
            {
                if (pair[1].ValueKind != JsonValueKind.Number || !pair[1].TryGetInt32(out int found)
                    || found < 0 || found >= (names?.Count ?? PackedSetFormat.LargestClassCount))
                {
                    throw LabelSource.Bad(path, $"the class of '{name}' is {pair[1].GetRawText()}; expected a whole number from 0{(names is null ? "" : $" to {names.Count - 1}")}");
                }

                if (!byName.TryAdd(name, found) && byName[name] != found)
                {
                    throw LabelSource.Bad(path, $"'{name}' has the classes {byName[name]} and {found}");
                }

                largest = Math.Max(largest, found);
            }

            index++;
        }

        return new Labels(
            LabelSource.JsonName, names ?? [.. Enumerable.Range(0, largest + 1).Select(i => i.ToString(CultureInfo.InvariantCulture))], byName);
    }

    private static List<string>? Names(JsonElement root, string path)
    {
        if (!root.TryGetProperty("classes", out var classes) || classes.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        if (classes.GetArrayLength() > PackedSetFormat.LargestClassCount)
        {
            throw LabelSource.Bad(path, $"there are {classes.GetArrayLength()} classes; at most {PackedSetFormat.LargestClassCount} are read");
        }

        var names = new List<string>();
        foreach (var name in classes.EnumerateArray())
        {
            names.Add(name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } text
                ? text
                : throw LabelSource.Bad(path, $"the name of class {names.Count} is {name.GetRawText()}; expected a text"));
        }

        return names;
    }
}
