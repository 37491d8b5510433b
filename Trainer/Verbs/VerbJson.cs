using System.Text.Json.Serialization;

namespace LatentWalk.Trainer.Verbs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BenchTrainResult))]
[JsonSerializable(typeof(BenchLoaderResult))]
[JsonSerializable(typeof(BenchPrepareResult))]
[JsonSerializable(typeof(Planning.PlanTrial))]
[JsonSerializable(typeof(Planning.TrainingPlan))]
[JsonSerializable(typeof(Collect.CollectSummary))]
[JsonSerializable(typeof(Prepare.PrepareSummary))]
[JsonSerializable(typeof(ReportResult))]
[JsonSerializable(typeof(Prepare.SourceDiagnosis))]
internal sealed partial class VerbJson : JsonSerializerContext;
