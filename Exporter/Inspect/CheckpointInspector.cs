using System.Text.Json.Nodes;
using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;

namespace LatentWalk.Exporter.Inspect;

/// <summary>A checkpoint file.</summary>
internal static class CheckpointInspector
{
    public static Inspection Inspect(string path)
    {
        var checkpoint = CheckpointLocator.Resolve(path, out var warnings);
        foreach (string warning in warnings)
        {
            Talk.Warn(warning);
        }

        return new Inspection("checkpoint", [new("path", "path", path), .. Describe(checkpoint)]);
    }

    /// <summary>What a run and a checkpoint have in common.</summary>
    public static IEnumerable<Fact> Describe(CheckpointRef checkpoint)
    {
        using var file = SafetensorsFile.Open(checkpoint.Path);
        var spec = NetworkJson.ParseGenerator(
            file.RequireMetadata(CheckpointKeys.Generator), $"'{checkpoint.Path}', metadata '{CheckpointKeys.Generator}'");
        long parameters = TensorNames.Of(spec).Sum(tensor => tensor.Shape.Aggregate(1L, (a, b) => a * b));
        long bytes = new FileInfo(checkpoint.Path).Length;
        return
        [
            new("step", "step", checkpoint.Step),
            new("imagesSeen", "images seen", Number(file, CheckpointKeys.ImagesSeen)),
            new("preset", "preset", Text(file, CheckpointKeys.Preset)),
            new("zdim", "latent", spec.ZDim, $"{spec.ZDim} components"),
            new("resolution", "resolution", spec.Resolution, $"{spec.Resolution}x{spec.Resolution}, {spec.Channels} channels"),
            new("network", "network", spec.Network, NetworkText.Of(spec, $"width {spec.Width}")),
            new("parameters", "generator", parameters, $"{parameters:n0} values"),
            new("dataset", "dataset", Text(file, CheckpointKeys.Dataset)),
            new("seed", "seed", Number(file, CheckpointKeys.Seed)),
            new("tensors", "tensors", file.Tensors.Count),
            new("bytes", "size", bytes, $"{bytes / 1e6:f1} MB"),
            new("sha256", "SHA-256", checkpoint.Sha256),
        ];
    }

    private static JsonNode? Text(SafetensorsFile file, string key) => file.Metadata.GetValueOrDefault(key);

    private static JsonNode? Number(SafetensorsFile file, string key) =>
        ulong.TryParse(file.Metadata.GetValueOrDefault(key), out ulong value) ? value : Text(file, key);
}
