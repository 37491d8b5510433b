using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Core.Onnx;

/// <summary>Typed reads of one file's metadata; every failure names the file, the key, what it held and what was expected.</summary>
internal sealed class MetadataFields(IReadOnlyDictionary<string, string> entries, string path)
{
    private const int MaxSeeds = 4096;
    private const int ShownLength = 40;

    public string? Optional(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public string Required(string key) => Optional(key) ?? throw Missing(key);

    public int Integer(string key, int lowest, int highest) =>
        int.TryParse(Required(key), NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= lowest && value <= highest
            ? value
            : throw Wrong(key, $"a whole number from {lowest} to {highest}");

    public long? OptionalLong(string key) =>
        Optional(key) is not string text
            ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
                ? value
                : throw Wrong(key, "a whole number");

    public float? OptionalSingle(string key) =>
        Optional(key) is not string text
            ? null
            : float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)
                ? value
                : throw Wrong(key, "a number");

    public string OneOf(string key, params string[] allowed)
    {
        string value = Required(key);
        return allowed.Contains(value, StringComparer.Ordinal) ? value : throw Wrong(key, string.Join(" or ", allowed.Select(a => $"'{a}'")));
    }

    public IReadOnlyList<ulong> Seeds(string key)
    {
        if (Optional(key) is not string text)
        {
            return [];
        }

        var seeds = SeedList.TryParse(text, out string? problem);
        return seeds?.Count <= MaxSeeds ? seeds : throw Wrong(key, $"at most {MaxSeeds} seeds such as 0-15,40{(problem is null ? "" : $" ({problem})")}");
    }

    public BadModelException Missing(string key) =>
        new($"{path}: the metadata has no '{key}', which a file with '{MetadataKeys.Prefix}' metadata must have; export it again.");

    public BadModelException Wrong(string key, string expected)
    {
        string found = Required(key);
        string shown = found.Length <= ShownLength ? found : found[..ShownLength] + "…";
        return new($"{path}: metadata '{key}' is '{shown}', expected {expected}.");
    }
}
