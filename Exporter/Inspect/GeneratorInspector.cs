using System.Text.Json.Nodes;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Inspect;

/// <summary>A generator file, ours or foreign; it is opened and run once or twice to say what it makes.</summary>
internal static class GeneratorInspector
{
    public static Inspection Inspect(string path)
    {
        var (bytes, summary) = OnnxGuard.Read(path);
        using var session = GeneratorSession.Open(bytes, path, new InferenceSettings { Provider = ProviderChoice.Cpu, BusyWait = false });
        var info = session.Info;
        var own = info.Metadata;
        return new Inspection("generator",
        [
            new("path", "path", path),
            new("origin", "written by", summary.Producer.Length > 0 ? summary.Producer : null),
            new("zdim", "latent", info.ZDim, $"{info.ZDim} components, {info.Distribution}"),
            new("resolution", "resolution", Math.Max(info.Width, info.Height), $"{info.Width}x{info.Height}, {info.Channels} channels"),
            new("width", "width", info.Width),
            new("height", "height", info.Height),
            new("classes", "classes", info.Classes),
            new("convention", "convention", info.Convention),
            new("maxBatch", "batch", info.MaxBatch, info.MaxBatch is int batch ? $"{batch}, fixed" : null),
            new("step", "step", own?.Step),
            new("preset", "preset", own?.Preset),
            new("weights", "weights", own?.Weights),
            new("imagesSeen", "images seen", own?.ImagesSeen),
            new("dataset", "dataset", own?.Dataset),
            new("checkpoint", "checkpoint", own?.Checkpoint),
            new("truncation", "truncation", own?.Truncation),
            new("sheetSeeds", "sheet seeds", own?.SheetSeeds.Count > 0 ? (JsonNode)SeedList.Format(own.SheetSeeds) : null),
            new("directions", "directions", info.HasOwnDirections ? Directions(info) : null, $"{info.Directions.Count}: {Leading(info)}"),
            new("precision", "precision", own?.Precision is { } precision ? VariantNames.Of(precision) : null),
            new("upsample", "upsampling", own?.Upsample is { } upsample ? VariantNames.Of(upsample) : null),
            .. Parity("parity", "parity, trainer", own?.Parity),
            .. Parity("parityFp32", "parity, fp32 graph", own?.FullParity),
            new("author", "author", own?.Author),
            new("license", "licence", own?.License),
            new("opset", "opset", summary.Opset),
            new("irVersion", "ONNX format", summary.IrVersion),
            new("operators", "operators", Operators(summary), string.Join(", ", summary.Operators.Select(pair => $"{pair.Value} {pair.Key}"))),
            new("parameters", "constants", summary.Parameters, $"{summary.Parameters:n0} values"),
            new("bytes", "size", bytes.Length, $"{bytes.Length / 1e6:f1} MB"),
            new("sha256", "SHA-256", info.Sha256),
        ]);
    }

    private static Fact[] Parity(string key, string label, ParityRecord? parity) => parity is null ? [] :
    [
        new(key, label, new JsonObject
        {
            ["max"] = parity.Maximum,
            ["mean"] = parity.Mean,
            ["levels"] = parity.Levels,
            ["changed"] = parity.Changed,
            ["images"] = parity.Images,
        }, parity.ToString()),
    ];

    private static JsonArray Directions(GeneratorInfo info) =>
        [.. info.Directions.Select(d => (JsonNode)new JsonObject { ["name"] = d.Name, ["explainedVariance"] = d.ExplainedVariance })];

    private static string Leading(GeneratorInfo info) =>
        string.Join(", ", info.Directions.OrderByDescending(d => d.ExplainedVariance).Take(3).Select(d => $"{d.Name} {d.ExplainedVariance:p1}")) + (info.Directions.Count > 3 ? ", ..." : "");

    private static JsonObject Operators(OnnxSummary summary)
    {
        var operators = new JsonObject();
        foreach (var (name, count) in summary.Operators)
        {
            operators[name] = count;
        }

        return operators;
    }
}
