using System.Text.Json.Serialization;

namespace LatentWalk.Viewer.Settings;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ViewerSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
