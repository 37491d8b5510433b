using System.Text.Json;
using System.Text.Json.Serialization;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Core.Latents;

namespace LatentWalk.Core.Onnx;

/// <summary>The direction basis as a JSON array.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DirectionEntry[]))]
internal sealed partial class DirectionsJson : JsonSerializerContext
{
    private const int MaxDirections = 512;

    public static string Write(IReadOnlyList<Direction> directions) =>
        JsonSerializer.Serialize(
            [.. directions.Select(d => new DirectionEntry { Name = d.Name, Vector = Latent.ToBase64(d.Vector), ExplainedVariance = d.ExplainedVariance })],
            Default.DirectionEntryArray);

    public static IReadOnlyList<Direction> Read(string json, int zdim, string path)
    {
        DirectionEntry[] entries = StrictJson.TryParse(json, Default.DirectionEntryArray, out string? problem)
            ?? throw new BadModelException($"{path}: metadata '{MetadataKeys.Directions}': {problem}; expected an array of name, vector and explainedVariance.");
        return entries.Length <= MaxDirections
            ? [.. entries.Select(entry => new Direction(entry.Name, ReadVector(entry, zdim, path), entry.ExplainedVariance))]
            : throw new BadModelException($"{path}: metadata '{MetadataKeys.Directions}' has {entries.Length} directions, expected at most {MaxDirections}.");
    }

    private static float[] ReadVector(DirectionEntry entry, int zdim, string path)
    {
        float[] vector;
        try
        {
            vector = Latent.FromBase64(entry.Vector);
        }
        catch (BadDataException error)
        {
            throw new BadModelException($"{path}: direction '{entry.Name}': {error.Message}", error);
        }

        double length = Math.Sqrt(vector.Sum(x => (double)x * x));
        return vector.Length != zdim
            ? throw new BadModelException($"{path}: direction '{entry.Name}' has {vector.Length} components, expected {zdim} as the latent.")
            : Math.Abs(length - 1) > 1e-3
                ? throw new BadModelException($"{path}: direction '{entry.Name}' has length {length:g4}, expected a unit vector.")
                : vector;
    }
}
