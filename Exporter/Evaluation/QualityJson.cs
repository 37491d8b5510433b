using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LatentWalk.Quality;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>The values under the names that log.jsonl has them under.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QualityValues))]
internal sealed partial class QualityJson : JsonSerializerContext
{
    public static JsonNode? ToNode(QualityValues values) => JsonSerializer.SerializeToNode(values, Default.QualityValues);
}
