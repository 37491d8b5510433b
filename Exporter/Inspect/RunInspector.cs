using System.Text.Json.Nodes;
using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Exporter.Inspect;

/// <summary>A run folder: its newest whole checkpoint speaks for it.</summary>
internal static class RunInspector
{
    public static Inspection Inspect(string folder)
    {
        var checkpoint = CheckpointLocator.Resolve(folder, out var warnings);
        foreach (string warning in warnings)
        {
            Talk.Warn(warning);
        }

        string samples = RunFolder.SamplesPath(folder);
        string[] sheets = Directory.Exists(samples) ? [.. Directory.GetFiles(samples, "*.png").Order(StringComparer.Ordinal)] : [];
        return new Inspection("run",
        [
            new("path", "path", folder),
            new("checkpoint", "checkpoint", checkpoint.Path),
            .. CheckpointInspector.Describe(checkpoint),
            new("samples", "sample sheets", sheets.Length),
            new("newestSample", "newest sheet", sheets.Length > 0 ? (JsonNode)sheets[^1] : null),
        ]);
    }
}
