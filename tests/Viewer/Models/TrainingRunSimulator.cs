using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Exporter.Tests;
using LatentWalk.Inference.Tests;

namespace LatentWalk.Viewer.Tests.Models;

/// <summary>
/// A trainer that trains nothing: it commits tiny generators as fast as the disk takes them, and is killed now and then
/// between the steps of a commit. Which generator belongs to a step is known, so a mixture of two would be seen.
/// </summary>
internal sealed class TrainingRunSimulator(string run)
{
    public const int Variants = 5;

    public static readonly GeneratorSpec Spec = new() { ZDim = 4, Resolution = 8, Width = 1, BatchNorm = false };

    private static readonly IReadOnlyList<TensorEntry>[] Tensors =
        [.. Enumerable.Range(0, Variants).Select(variant => (IReadOnlyList<TensorEntry>)[.. TestCheckpoint.Tensors(Spec, weightSeed: Seed(variant))])];

    private static readonly float[][] Pictures =
        [.. Enumerable.Range(0, Variants).Select(variant => ReferenceGenerator.Generate(Spec, SmallGenerator.Weights(Spec, Seed(variant)), Latent.FromSeed(5, Spec.ZDim)))];

    private readonly string folder = RunFolder.CheckpointsPath(run);
    private CheckpointStore? store;

    public long Kills { get; private set; }

    /// <summary>The picture of seed 5 that a step's generator makes, [C, H, W] in [-1, 1].</summary>
    public static float[] Picture(long step) => Pictures[step % Variants];

    public void Commit(long step)
    {
        store ??= new CheckpointStore(run);
        CheckpointRef committed = store.Commit(step, TestCheckpoint.Metadata(Spec, step), Tensors[step % Variants]);
        if (step % 10 == 0)
        {
            GeneratorHistory.Keep(run, committed, TestCheckpoint.Metadata(Spec, step), Tensors[step % Variants]);
        }
    }

    /// <summary>What a commit leaves behind that was killed at its <paramref name="point"/>; the next trainer sweeps it.</summary>
    public void Kill(long step, int point)
    {
        byte[] file = Bytes(step);
        string manifest = Path.Combine(folder, ".lw-0-2.tmp");
        switch (point % 4)
        {
            case 0:
                File.WriteAllBytes(Path.Combine(folder, ".lw-0-1.tmp"), file[..(file.Length / 2)]);
                break;
            case 1:
                File.WriteAllBytes(Path.Combine(folder, ".lw-0-1.tmp"), file);
                break;
            case 2:
                // Worse than any commit: half a file under its final name, not listed.
                File.WriteAllBytes(Name(step), file[..(file.Length / 2)]);
                break;
            default:
                File.WriteAllBytes(Name(step), file);
                File.WriteAllText(manifest, "{\"version\": 1, \"gener");
                break;
        }

        Kills++;
        store?.Dispose();    // a dead process holds no lock
        store = null;
    }

    public void End() => store?.Dispose();

    private static ulong Seed(int variant) => 1 + ((ulong)variant * 40);

    private static byte[] Bytes(long step)
    {
        using MemoryStream stream = new();
        SafetensorsWriter.Write(stream, TestCheckpoint.Metadata(Spec, step), Tensors[step % Variants]);
        return stream.ToArray();
    }

    private string Name(long step) => Path.Combine(folder, $"step-{step:D6}.safetensors");
}
