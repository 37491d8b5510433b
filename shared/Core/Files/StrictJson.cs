using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LatentWalk.Core.Files;

/// <summary>
/// Reads JSON into a record and accepts nothing else: an unknown, a missing (<c>[JsonRequired]</c>) or a repeated key, a
/// comment, a trailing comma or a value of the wrong type is a problem that names the key.
/// </summary>
public static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The value, or one sentence (no full stop) that says what is wrong and where in the document.</summary>
    public static T? TryParse<T>(string json, JsonTypeInfo<T> type, out string? problem)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(type);
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            problem = Check(document.RootElement, type, "$");
            T? value = problem is null ? document.RootElement.Deserialize(type) : null;
            problem ??= value is null ? "the JSON is null" : null;
            return value;
        }
        catch (JsonException error)
        {
            string where = error.Path is { Length: > 0 } path ? $" at {path}" : string.Empty;
            string position = error is { LineNumber: { } line, BytePositionInLine: { } at } ? $" (line {line + 1}, byte {at + 1})" : string.Empty;
            problem = $"the JSON is not valid{where}{position}: {FirstSentence(error.Message)}";
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or OverflowException)
        {
            problem = $"the JSON is not valid: {FirstSentence(error.Message)}";
        }

        return null;
    }

    private static string? Check(JsonElement element, JsonTypeInfo type, string path)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array)
        {
            JsonTypeInfo item = type.Options.GetTypeInfo(type.ElementType!);
            int index = 0;
            foreach (JsonElement child in element.EnumerateArray())
            {
                if (Check(child, item, $"{path}[{index++}]") is { } problem)
                {
                    return problem;
                }
            }

            return null;
        }

        if (type.Kind != JsonTypeInfoKind.Object || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return $"{path} is {element.ValueKind}; expected an object";
        }

        var known = type.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!known.Remove(property.Name, out JsonPropertyInfo? info))
            {
                return $"unknown key '{property.Name}' in {path}";
            }

            if (Check(property.Value, type.Options.GetTypeInfo(info.PropertyType), $"{path}.{property.Name}") is { } problem)
            {
                return problem;
            }
        }

        JsonPropertyInfo? missing = known.Values.FirstOrDefault(p => p.IsRequired);
        return missing is null ? null : $"missing key '{missing.Name}' in {path}";
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
