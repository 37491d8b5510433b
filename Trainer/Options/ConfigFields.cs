using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;

namespace LatentWalk.Trainer.Options;

/// <summary>The fields of config.json by their path, as <c>penalty.gamma</c>: what <c>--section.field VALUE</c> sets.</summary>
internal static class ConfigFields
{
    /// <summary>Fields that say where a run is written and computed, or that it goes on for longer; a resumed run may change them.</summary>
    private static readonly string[] Free = ["steps", "data.folder", "data.fingerprint", "data.pictures", "machine.threads", "machine.device", "machine.microBatch"];

    /// <summary>The value of a field that may be left open.</summary>
    private const string None = "none";

    /// <summary>What the pictures say and what the guards did: nobody sets these.</summary>
    private static readonly string[] s_told = ["data.classes", "generator.classes", "discriminator.classes", "guards.changes"];

    /// <summary>Sections that a resumed run may change.</summary>
    private static readonly string[] s_freeSections = ["output.", "guards.", "quality."];

    /// <summary>Every path that holds one value, with the value of these options as text.</summary>
    public static IReadOnlyDictionary<string, string> Of(TrainingOptions options)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(TrainingOptionsJson.ToNode(options), "", fields);
        return fields;
    }

    /// <summary>The options with fields replaced; a path that does not exist or a value that does not fit is a usage error.</summary>
    public static TrainingOptions With(TrainingOptions options, IEnumerable<(string Path, string Value)> changes)
    {
        var root = TrainingOptionsJson.ToNode(options);
        foreach (var (path, value) in changes)
        {
            int dot = path.LastIndexOf('.');
            var parent = dot < 0 ? root : root[path[..dot]] as JsonObject;
            string name = path[(dot + 1)..];
            if (parent is null || !parent.TryGetPropertyValue(name, out var old) || old is JsonObject || s_told.Contains(path))
            {
                throw new UsageException($"there is no field '{path}' in the configuration. See 'train --help' for those that there are.");
            }

            parent[name] = Parse(old, path, value);
        }

        return TrainingOptionsJson.TryParse(root.ToJsonString(), out string? problem)
            ?? throw new UsageException($"a value on the command line does not fit its field: {problem}. See 'train --help' for the fields.");
    }

    /// <summary>What a resumed run may not change, each as 'field: before, now'.</summary>
    public static IReadOnlyList<string> Differences(TrainingOptions before, TrainingOptions now)
    {
        var (old, current) = (Of(before), Of(now));
        return
        [
            .. old.Keys.Where(path => !Free.Contains(path) && !s_freeSections.Any(section => path.StartsWith(section, StringComparison.Ordinal)) && old[path] != current[path])
                .Select(path => $"{path} is {current[path]} here and {old[path]} in the run"),
        ];
    }

    private static void Collect(JsonObject node, string prefix, SortedDictionary<string, string> fields)
    {
        foreach (var (name, value) in node)
        {
            if (value is JsonObject inner)
            {
                Collect(inner, prefix + name + ".", fields);
            }
            else if (!s_told.Contains(prefix + name))
            {
                fields.Add(prefix + name, value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? None);
            }
        }
    }

    private static JsonNode? Parse(JsonNode? old, string path, string text)
    {
        switch (old?.GetValueKind())
        {
            case JsonValueKind.String:
                return JsonValue.Create(text);
            case JsonValueKind.True or JsonValueKind.False:
                return text is "true" or "false"
                    ? JsonValue.Create(text == "true")
                    : throw new UsageException($"--{path} is '{text}'; it must be true or false.");
            case JsonValueKind.Array:
                return new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => Number(path, item))]);
            case null or JsonValueKind.Number when text == None:
                return null;
            default:
                return Number(path, text);
        }
    }

    private static JsonValue Number(string path, string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        {
            return JsonValue.Create(whole);
        }

        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong large))
        {
            return JsonValue.Create(large);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : throw new UsageException($"--{path} is '{text}'; it must be a number.");
    }
}
