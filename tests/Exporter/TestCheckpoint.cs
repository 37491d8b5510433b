using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;
using LatentWalk.Inference.Tests;

namespace LatentWalk.Exporter.Tests;

/// <summary>A run whose checkpoint holds hand-made weights; its probe pictures come from the plain reference, not from this project's graph.</summary>
internal static class TestCheckpoint
{
    public const int Probes = 4;

    public static string WriteRun(
        string folder, GeneratorSpec? spec = null, float probeError = 0, Func<TensorEntry, bool>? keep = null, long step = 1200, ulong weightSeed = 1, Action<string, float[]>? change = null)
    {
        spec ??= SmallGenerator.Spec;
        using var store = new CheckpointStore(folder);
        store.Commit(step, Metadata(spec, step), [.. Tensors(spec, probeError, weightSeed, change).Where(keep ?? (_ => true))]);
        return folder;
    }

    public static Dictionary<string, string> Metadata(GeneratorSpec spec, long step)
    {
        var metadata = Common(spec, step);
        if (spec.Classes > 0)
        {
            metadata[CheckpointKeys.Classes] = ClassNames.Serialize([.. Enumerable.Range(0, spec.Classes).Select(k => $"kind {k}")]);
        }

        return metadata;
    }

    private static Dictionary<string, string> Common(GeneratorSpec spec, long step) => new()
    {
        [CheckpointKeys.Version] = CheckpointKeys.CurrentVersion,
        [CheckpointKeys.Generator] = NetworkJson.Serialize(spec),
        [CheckpointKeys.Step] = $"{step}",
        [CheckpointKeys.ImagesSeen] = "76800",
        [CheckpointKeys.Preset] = "modern-64",
        [CheckpointKeys.Dataset] = "abc123",
        [CheckpointKeys.Seed] = "1",
        [CheckpointKeys.SheetSeeds] = "0-63",
    };

    public static IEnumerable<TensorEntry> Tensors(GeneratorSpec spec, float probeError = 0, ulong weightSeed = 1, Action<string, float[]>? change = null)
    {
        var ema = SmallGenerator.Weights(spec, weightSeed);
        foreach (var (name, values) in ema)
        {
            change?.Invoke(name, values);
        }

        var raw = ema.ToDictionary(pair => pair.Key, pair => pair.Key.EndsWith(TensorNames.Weight, StringComparison.Ordinal) ? [.. pair.Value.Select(v => v * 0.9f)] : pair.Value);
        foreach (var (prefix, weights) in new[] { (TensorNames.GeneratorEmaPrefix, ema), (TensorNames.GeneratorPrefix, raw) })
        {
            foreach (var (name, shape) in TensorNames.Of(spec))
            {
                yield return name.EndsWith(TensorNames.BatchesTracked, StringComparison.Ordinal)
                    ? TensorEntry.OfInt64s(prefix + name, shape, [7])
                    : TensorEntry.OfFloats(prefix + name, shape, weights[name]);
            }
        }

        float[] z = SmallGenerator.Latents(spec.ZDim, Probes, 900);
        long[] pictures = [Probes, spec.Channels, spec.Resolution, spec.Resolution];
        yield return TensorEntry.OfFloats(TensorNames.ProbeLatents, [Probes, spec.ZDim], z);
        float[] c = Conditions(spec, Probes);
        if (spec.Classes > 0)
        {
            yield return TensorEntry.OfFloats(TensorNames.ProbeConditions, [Probes, spec.Classes], c);
        }

        yield return TensorEntry.OfFloats(TensorNames.ProbeImages, pictures, Pictures(spec, ema, z, c, probeError));
        yield return TensorEntry.OfFloats(TensorNames.ProbeImagesRaw, pictures, Pictures(spec, raw, z, c, probeError));
    }

    /// <summary>[count, classes]: the classes in turn.</summary>
    public static float[] Conditions(GeneratorSpec spec, int count) =>
        [.. Enumerable.Range(0, count * spec.Classes).Select(k => k % spec.Classes == k / spec.Classes % spec.Classes ? 1f : 0f)];

    private static float[] Pictures(GeneratorSpec spec, Dictionary<string, float[]> weights, float[] z, float[] c, float error)
    {
        float[] values = [.. Enumerable.Range(0, Probes).SelectMany(i => ReferenceGenerator.Generate(
            spec, weights, [.. z.AsSpan(i * spec.ZDim, spec.ZDim), .. c.AsSpan(i * spec.Classes, spec.Classes)]))];
        values[values.Length / 2] += values[values.Length / 2] > 0 ? -error : error;
        return values;
    }
}
