using System.Text.Json.Serialization;

namespace LatentWalk.Exporter.Web.Document;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(PageDocument))]
internal sealed partial class PageJsonContext : JsonSerializerContext;
