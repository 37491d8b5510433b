using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LatentWalk.Trainer.Painting;

/// <summary>
/// The <c>dataset.json</c> of painted pictures. <c>labels</c> is what readers of StyleGAN data sets look for: pairs of file
/// and class, the class being the first attribute of the kind. Beside it, which such readers pass over, stand the names of the classes and
/// every attribute with its names, and <c>painter</c>, which tells our folders from others.
/// </summary>
internal static class PaintedLabels
{
    internal const string FileName = "dataset.json";
    private const string PainterKey = "painter";

    /// <param name="values">Those of picture 0, of picture 1 and so on: one byte for each attribute of the kind.</param>
    internal static string Text(PaintRequest request, ReadOnlySpan<byte> values)
    {
        IReadOnlyList<PaintedAttribute> attributes = request.Kind.Attributes;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("labels");
            for (int i = 0; i < request.Count; i++)
            {
                json.WriteStartArray();
                json.WriteStringValue(request.Kind.PictureName(i));
                json.WriteNumberValue(values[i * attributes.Count]);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            Names(json, "classes", attributes[0]);
            json.WriteStartObject("attributes");
            for (int at = 0; at < attributes.Count; at++)
            {
                json.WriteStartObject(attributes[at].Key);
                Names(json, "names", attributes[at]);
                json.WriteStartArray("values");
                for (int i = 0; i < request.Count; i++)
                {
                    json.WriteNumberValue(values[(i * attributes.Count) + at]);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject(PainterKey);
            json.WriteNumber("version", 1);
            json.WriteString("kind", request.Kind.Name);
            json.WriteNumber("seed", request.Seed);
            json.WriteNumber("size", request.Size);
            json.WriteNumber("count", request.Count);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The pictures that a folder's <c>dataset.json</c> lists, when this painter wrote it; null for any other text.</summary>
    internal static IReadOnlyList<string>? OwnPictures(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty(PainterKey, out _)
                ? [.. document.RootElement.GetProperty("labels").EnumerateArray().Select(pair => pair[0].GetString()!).Where(IsPictureName)]
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    // What is listed may be deleted later, so nothing but our own kind of name is believed.
    private static bool IsPictureName(string? name)
    {
        const string Ending = ".png";
        if (name is null || !name.EndsWith(Ending, StringComparison.Ordinal)
            || PaintedKind.All.FirstOrDefault(kind => name.StartsWith(kind.One + "-", StringComparison.Ordinal)) is not { } kind)
        {
            return false;
        }

        ReadOnlySpan<char> number = name.AsSpan(kind.One.Length + 1)[..^Ending.Length];
        return number.Length is >= 5 and <= 7 && number.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static void Names(Utf8JsonWriter json, string key, PaintedAttribute attribute)
    {
        json.WriteStartArray(key);
        foreach (string name in attribute.Names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
