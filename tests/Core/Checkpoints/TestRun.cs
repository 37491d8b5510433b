using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Core.Tests.Checkpoints;

/// <summary>A run folder with small checkpoints.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal string Path => _folder.Path;

    internal string Checkpoints => RunFolder.CheckpointsPath(Path);

    internal string Manifest => System.IO.Path.Combine(Checkpoints, "manifest.json");

    public void Dispose() => _folder.Dispose();

    internal static CheckpointRef Commit(CheckpointStore store, long step) => store.Commit(
        step,
        new Dictionary<string, string> { [CheckpointKeys.Version] = "1", [CheckpointKeys.Step] = $"{step}" },
        [TensorEntry.OfFloats("w", [4], [step, 1, 2, 3])]);

    internal void Commit(params long[] steps)
    {
        using var store = new CheckpointStore(Path);
        foreach (long step in steps)
        {
            Commit(store, step);
        }
    }

    internal string[] Names() => [.. Directory.GetFiles(Checkpoints).Select(f => System.IO.Path.GetFileName(f)).Where(n => n != ".lock").Order(StringComparer.Ordinal)];

    internal string File(long step) => System.IO.Path.Combine(Checkpoints, $"step-{step:D6}.safetensors");

    internal static float FirstWeight(CheckpointRef checkpoint)
    {
        using SafetensorsFile file = SafetensorsFile.Open(checkpoint.Path);
        return file.Floats("w")[0];
    }
}
