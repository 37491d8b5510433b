using Google.Protobuf;
using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Core.Onnx;

/// <summary>A checkpoint's generator as the bytes of a generator file: the same checkpoint and options give the same bytes.</summary>
public static class CheckpointGraph
{
    /// <summary>The graph without metadata: whole and runnable; <see cref="Metadata"/> may follow it.</summary>
    /// <param name="generator">Of a checkpoint; its weights are read once, each into its place.</param>
    /// <param name="options">How to write it.</param>
    public static byte[] Write(CheckpointGenerator generator, GraphOptions options)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(options);
        return GeneratorGraph.Plan(generator.Spec, WeightTable.Of(generator.Weights), options).ToBytes();
    }

    /// <summary>What a graph's bytes are followed by to say what it is.</summary>
    public static byte[] Metadata(GeneratorMetadata metadata) => GeneratorGraph.MetadataOf(metadata).ToByteArray();

    /// <summary>What the file says about itself; directions, parity, author and licence are left for those who know them.</summary>
    public static GeneratorMetadata Describe(CheckpointGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return new GeneratorMetadata
        {
            ZDim = generator.Spec.ZDim,
            Resolution = generator.Spec.Resolution,
            Classes = generator.Spec.Classes,
            ClassNames = generator.ClassNames,
            Generator = generator.SpecJson,
            Weights = generator.Set.Name,
            Preset = generator.Preset,
            Step = generator.Source.Step,
            ImagesSeen = generator.ImagesSeen,
            Dataset = generator.Dataset,
            Checkpoint = generator.Checkpoint,
            SheetSeeds = generator.SheetSeeds,
        };
    }
}
