using System.Text.Json.Serialization;

namespace LatentWalk.Trainer.Options;

[JsonSerializable(typeof(TrainingOptions))]
internal sealed partial class OptionsJson : JsonSerializerContext;
