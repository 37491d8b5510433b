using System.Text.Json.Serialization;
using LatentWalk.Viewer.Bench;
using LatentWalk.Viewer.Doctor;

namespace LatentWalk.Viewer.Verbs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MachineReport))]
[JsonSerializable(typeof(InferResult))]
[JsonSerializable(typeof(ViewerResult))]
internal sealed partial class VerbJson : JsonSerializerContext;
