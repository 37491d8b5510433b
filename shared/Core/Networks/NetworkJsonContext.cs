using System.Text.Json.Serialization;

namespace LatentWalk.Core.Networks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(GeneratorSpec))]
[JsonSerializable(typeof(DiscriminatorSpec))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class NetworkJsonContext : JsonSerializerContext;
