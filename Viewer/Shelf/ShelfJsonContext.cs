using System.Text.Json.Serialization;

namespace LatentWalk.Viewer.Shelf;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ShelfDocument))]
[JsonSerializable(typeof(SheetAtlas))]
internal sealed partial class ShelfJsonContext : JsonSerializerContext;
