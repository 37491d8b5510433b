using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Checkpoints;

/// <summary>One generator out of a checkpoint: what it is, its weights, and what the trainer saw it make.</summary>
public sealed record CheckpointGenerator : IDisposable
{
    private SafetensorsFile? _file;

    public required CheckpointRef Source { get; init; }

    /// <summary>SHA-256 of the committed checkpoint that it was in: the source's own, or that of the one which the source is the rest of.</summary>
    public required string Checkpoint { get; init; }

    public required GeneratorSpec Spec { get; init; }

    public required string SpecJson { get; init; }

    public required WeightSet Set { get; init; }

    /// <summary>By <see cref="TensorNames"/>, without prefix.</summary>
    public required IReadOnlyDictionary<string, float[]> Weights { get; init; }

    /// <summary>float32 [n, zdim].</summary>
    public required float[] ProbeLatents { get; init; }

    /// <summary>float32 [n, classes], what each of them was asked for; empty without classes.</summary>
    public float[] ProbeConditions { get; init; } = [];

    /// <summary>float32 [n, channels, H, W]: the trainer's own output for <see cref="ProbeLatents"/>, not clamped.</summary>
    public required float[] ProbeImages { get; init; }

    /// <summary>Of the classes, in the order of the condition; empty without classes.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    public string? Preset { get; init; }

    public long? ImagesSeen { get; init; }

    public string? Dataset { get; init; }

    public IReadOnlyList<ulong> SheetSeeds { get; init; } = [];

    /// <summary>
    /// Reads one checkpoint through one open file: its SHA-256 and its tensors are of the same bytes, also when the file is
    /// deleted or another takes its name meanwhile.
    /// </summary>
    /// <param name="source">Which one, and the SHA-256 that it must have.</param>
    /// <param name="set">Null for <see cref="WeightSet.BestOf"/>.</param>
    /// <exception cref="BadModelException">The checkpoint is damaged, incomplete or of another kind.</exception>
    public static CheckpointGenerator Read(CheckpointRef source, WeightSet? set = null)
    {
        using var open = Open(source, set);
        return open with { Weights = open.Weights.ToDictionary(), _file = null };
    }

    /// <summary>As <see cref="Read"/>, but the weights stay in the file until they are asked for: dispose it when they no longer are.</summary>
    /// <inheritdoc cref="Read"/>
    public static CheckpointGenerator Open(CheckpointRef source, WeightSet? set = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = SafetensorsFile.Open(source.Path);
        try
        {
            return Describe(file, source, set);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Closes the file that the weights are read from, where it is open.</summary>
    public void Dispose() => _file?.Dispose();

    private static CheckpointGenerator Describe(SafetensorsFile file, CheckpointRef source, WeightSet? set)
    {
        string sha256 = file.Sha256();
        if (sha256 != source.Sha256)
        {
            throw new BadModelException($"'{source.Path}' is damaged: its SHA-256 is {sha256}, expected {source.Sha256}. Name the run folder to use a checkpoint that is whole.");
        }

        set ??= WeightSet.BestOf(file);
        string specJson = file.RequireMetadata(CheckpointKeys.Generator);
        var spec = NetworkJson.ParseGenerator(specJson, $"'{source.Path}', metadata '{CheckpointKeys.Generator}'");
        var weights = CheckpointWeights.Of(file, set.Prefix, spec);
        weights.Check();
        long pictures = file.Tensors.TryGetValue(TensorNames.ProbeLatents, out var latents) && latents.Shape.Length > 0 ? latents.Shape[0] : 0;
        if (pictures < 1)
        {
            throw new BadModelException($"'{source.Path}' has no '{TensorNames.ProbeLatents}', the latents that an export is verified on; train some steps more to get a checkpoint with them.");
        }

        return new CheckpointGenerator
        {
            _file = file,
            Source = source,
            Checkpoint = file.Metadata.GetValueOrDefault(CheckpointKeys.Origin, source.Sha256),
            Spec = spec,
            SpecJson = specJson,
            Set = set,
            Weights = weights,
            ProbeLatents = Floats(file, TensorNames.ProbeLatents, [pictures, spec.ZDim]),
            ProbeConditions = spec.Classes > 0 ? Floats(file, TensorNames.ProbeConditions, [pictures, spec.Classes]) : [],
            ClassNames = Networks.ClassNames.Parse(file.Metadata.GetValueOrDefault(CheckpointKeys.Classes), spec.Classes, $"'{source.Path}', metadata '{CheckpointKeys.Classes}'"),
            ProbeImages = Floats(file, set.ProbeImages, [pictures, spec.Channels, spec.Resolution, spec.Resolution]),
            Preset = file.Metadata.GetValueOrDefault(CheckpointKeys.Preset),
            ImagesSeen = long.TryParse(file.Metadata.GetValueOrDefault(CheckpointKeys.ImagesSeen), NumberStyles.None, CultureInfo.InvariantCulture, out long seen) ? seen : null,
            Dataset = file.Metadata.GetValueOrDefault(CheckpointKeys.Dataset),
            SheetSeeds = SeedList.TryParse(file.Metadata.GetValueOrDefault(CheckpointKeys.SheetSeeds, ""), out _) ?? [],
        };
    }

    private static float[] Floats(SafetensorsFile file, string name, long[] shape)
    {
        float[] values = file.Floats(name);
        long[] found = file.Tensors[name].Shape;
        return found.AsSpan().SequenceEqual(shape)
            ? values
            : throw new BadModelException(
                $"'{file.Path}': tensor '{name}' has shape [{string.Join(", ", found)}], expected [{string.Join(", ", shape)}] by the generator's description; the checkpoint is inconsistent, use another one.");
    }
}
