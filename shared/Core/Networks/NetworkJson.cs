using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Core.Networks;

/// <summary>The JSON of a network's description in a checkpoint: strict, one line, the same text for the same record.</summary>
public static class NetworkJson
{
    public static string Serialize(GeneratorSpec spec) => JsonSerializer.Serialize(spec, NetworkJsonContext.Default.GeneratorSpec);

    public static string Serialize(DiscriminatorSpec spec) => JsonSerializer.Serialize(spec, NetworkJsonContext.Default.DiscriminatorSpec);

    /// <param name="source">Where the text stands, for the message: a file and a key.</param>
    /// <exception cref="BadModelException">Not strict JSON of that record, or a record that describes no network.</exception>
    public static GeneratorSpec ParseGenerator(string json, string source) =>
        Parse(json, source, NetworkJsonContext.Default.GeneratorSpec, spec => spec.Validate());

    /// <inheritdoc cref="ParseGenerator"/>
    public static DiscriminatorSpec ParseDiscriminator(string json, string source) =>
        Parse(json, source, NetworkJsonContext.Default.DiscriminatorSpec, spec => spec.Validate());

    private static T Parse<T>(string json, string source, JsonTypeInfo<T> type, Func<T, IReadOnlyList<string>> validate)
        where T : class
    {
        T? spec = StrictJson.TryParse(json, type, out string? problem);
        IReadOnlyList<string> problems = spec is null ? [problem!] : validate(spec);
        return problems.Count == 0 ? spec! : throw new BadModelException(
            $"{source}: {string.Join("; ", problems)}. The file was not written by this version of Latent Walk, or is damaged.");
    }
}
