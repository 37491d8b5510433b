using System.Globalization;
using System.Text.Json;

namespace LatentWalk.Data;

/// <summary>The labels of a <c>dataset.json</c>; keys that are not known are passed over, for other tools keep their own there.</summary>
internal static class JsonLabels
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 16 };

    public static Labels Parse(byte[] content, string path)
    {
        try
        {
            ReadOnlySpan<byte> text = content.AsSpan(content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
            int labelsAt = Find(text, path, out JsonElement? classes);
            var names = classes is { } found ? Names(found, path) : null;
            var reader = new Utf8JsonReader(text[labelsAt..], isFinalBlock: false, new JsonReaderState(s_options));
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                return new Labels(LabelSource.JsonName, names ?? [], new Dictionary<string, int>());
            }

            return reader.TokenType == JsonTokenType.StartArray ? Read(ref reader, names, path)
                : throw LabelSource.Bad(path, $"\"labels\" is {JsonElement.ParseValue(ref reader).ValueKind}; expected [[\"file.png\", 0], …]");
        }
        catch (JsonException error)
        {
            throw LabelSource.Bad(path, $"it is not valid JSON (line {error.LineNumber + 1})", error);
        }
    }

    // Goes through the whole text, so that it is known to be JSON, and keeps none of it but the classes: the names of the classes
    // may follow the labels, and other tools keep far more in such a file than its labels.
    private static int Find(ReadOnlySpan<byte> text, string path, out JsonElement? classes)
    {
        classes = null;
        int labelsAt = -1;
        var reader = new Utf8JsonReader(text, s_options);
        reader.Read();
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        if (!isObject)
        {
            reader.Skip();
        }

        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool areLabels = reader.ValueTextEquals("labels"u8);
            bool areClasses = reader.ValueTextEquals("classes"u8);
            reader.Read();
            labelsAt = areLabels ? (int)reader.TokenStartIndex : labelsAt;
            if (areClasses)
            {
                classes = JsonElement.ParseValue(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        // What follows the end is an error of its own.
        reader.Read();
        return labelsAt >= 0 ? labelsAt : throw LabelSource.Bad(path, "there is no \"labels\"; expected {\"labels\": [[\"file.png\", 0], …]}");
    }

    private static Labels Read(ref Utf8JsonReader labels, List<string>? names, string path)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        int largest = -1;
        int index = 0;
        while (labels.Read() && labels.TokenType != JsonTokenType.EndArray)
        {
            var pair = JsonElement.ParseValue(ref labels);
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

    private static List<string>? Names(JsonElement classes, string path)
    {
        if (classes.ValueKind != JsonValueKind.Array)
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
