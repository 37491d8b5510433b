using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Trainer.Options;

/// <summary>config.json: strict, so that an unknown, missing or doubled key is an error with the key's name.</summary>
internal static class TrainingOptionsJson
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = OptionsJson.Default.WithAddedModifier(RequireEveryKey),
    };

    // Newer than the first runs, whose files lack them and mean the defaults.
    private static readonly string[] s_later =
    [
        "condition", "classes", "labelSmoothing", "labelNoise", "randomEvery", "reconstruction",
        "augment", "schedule", "dropEvery", "drop", "halfLifeImages", "guards", "quality",
        "init", "clipNorm", "discriminatorSteps", "microBatch",
    ];

    // Knobs that only some networks have are written where they are set; a command line can set them all.
    private static readonly JsonSerializerOptions s_everyField = new(Strict)
    {
        TypeInfoResolver = OptionsJson.Default.WithAddedModifier(RequireEveryKey).WithAddedModifier(WriteEveryKey),
    };

    private static JsonTypeInfo<TrainingOptions> TypeInfo => (JsonTypeInfo<TrainingOptions>)Strict.GetTypeInfo(typeof(TrainingOptions));

    public static string Serialize(TrainingOptions options) => JsonSerializer.Serialize(options, TypeInfo) + "\n";

    /// <summary>Every field there is, also those that the file leaves out where they are not set.</summary>
    public static JsonObject ToNode(TrainingOptions options) =>
        (JsonObject)JsonSerializer.SerializeToNode(options, s_everyField.GetTypeInfo(typeof(TrainingOptions)))!;

    /// <summary>The options, or what is wrong with the text, as a clause.</summary>
    public static TrainingOptions? TryParse(string json, out string? problem)
    {
        var options = StrictJson.TryParse(json, TypeInfo, out problem);
        return options is null ? null : JsonSerializer.Deserialize(Filled((JsonObject)JsonNode.Parse(json)!, ToNode(new TrainingOptions())), TypeInfo);
    }

    public static void WriteFile(string path, TrainingOptions options) => AtomicFile.WriteText(path, Serialize(options));

    public static TrainingOptions ReadFile(string path)
    {
        string json;
        try
        {
            json = File.ReadAllText(path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", path, error);
        }

        return TryParse(json, out string? problem)
            ?? throw new BadDataException($"'{path}' is not a usable configuration: {problem}. Correct it, or start a new run.");
    }

    /// <summary>With the defaults of what it lacks: read without, a key that is not there becomes null or 0 and not its default.</summary>
    private static JsonObject Filled(JsonObject node, JsonObject defaults)
    {
        foreach (var (name, value) in defaults)
        {
            if (!node.TryGetPropertyValue(name, out var own))
            {
                node.Add(name, value?.DeepClone());
            }
            else if (own is JsonObject inner && value is JsonObject innerDefaults)
            {
                Filled(inner, innerDefaults);
            }
        }

        return node;
    }

    private static void RequireEveryKey(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired = property.Set is not null && !s_later.Contains(property.Name) && !IsKnob(property);
        }
    }

    private static void WriteEveryKey(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(IsKnob))
        {
            property.ShouldSerialize = (_, _) => true;
        }
    }

    private static bool IsKnob(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingDefault }];
}
