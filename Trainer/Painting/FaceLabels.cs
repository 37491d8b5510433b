using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LatentWalk.Trainer.Painting;

/// <summary>
/// The <c>dataset.json</c> of painted faces. <c>labels</c> is what readers of StyleGAN data sets look for: pairs of file
/// and class, the class being the hair colour. Beside it, which such readers pass over, stand the names of the classes and
/// every attribute with its names, and <c>painter</c>, which tells our folders from others.
/// </summary>
internal static class FaceLabels
{
    internal const string FileName = "dataset.json";
    private const string PainterKey = "painter";

    internal static string PictureName(int index) => $"face-{index:D5}.png";

    internal static string Text(FaceSetRequest request, IReadOnlyList<FaceTraits> faces)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("labels");
            for (int i = 0; i < faces.Count; i++)
            {
                json.WriteStartArray();
                json.WriteStringValue(PictureName(i));
                json.WriteNumberValue((int)faces[i].HairColour);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            Names<HairColour>(json, "classes");
            json.WriteStartObject("attributes");
            Attribute(json, "hairColour", faces, f => f.HairColour);
            Attribute(json, "expression", faces, f => f.Expression);
            Attribute(json, "frontHair", faces, f => f.FrontHair);
            Attribute(json, "backHair", faces, f => f.BackHair);
            Attribute(json, "accessory", faces, f => f.Accessory);
            json.WriteEndObject();
            json.WriteStartObject(PainterKey);
            json.WriteNumber("version", 1);
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
    private static bool IsPictureName(string? name) =>
        name is not null && name.StartsWith("face-", StringComparison.Ordinal) && name.EndsWith(".png", StringComparison.Ordinal)
        && name.Length is >= 14 and <= 16 && name.AsSpan(5, name.Length - 9).IndexOfAnyExceptInRange('0', '9') < 0;

    private static void Attribute<T>(Utf8JsonWriter json, string key, IReadOnlyList<FaceTraits> faces, Func<FaceTraits, T> of)
        where T : struct, Enum
    {
        json.WriteStartObject(key);
        Names<T>(json, "names");
        json.WriteStartArray("values");
        foreach (FaceTraits face in faces)
        {
            json.WriteNumberValue(Convert.ToInt32(of(face)));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Names<T>(Utf8JsonWriter json, string key)
        where T : struct, Enum
    {
        json.WriteStartArray(key);
        foreach (string name in Enum.GetNames<T>())
        {
            json.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(name));
        }

        json.WriteEndArray();
    }
}
