using System.Text.Json.Serialization;

namespace LatentWalk.Exporter.Card;

[JsonSerializable(typeof(string))]
internal sealed partial class CardJson : JsonSerializerContext;
