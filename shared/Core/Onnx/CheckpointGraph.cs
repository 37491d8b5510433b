using Google.Protobuf;
using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Core.Onnx;

/// <summary>A checkpoint's generator as the bytes of a generator file: the same checkpoint and arguments give the same bytes.</summary>
public static class CheckpointGraph
{
    /// <param name="generator">Read from a checkpoint.</param>
    /// <param name="pixels">What the file's pictures are.</param>
    /// <param name="metadata">From <see cref="Describe"/>.</param>
    public static byte[] Write(CheckpointGenerator generator, GeneratorMetadata metadata, PixelOutput pixels = PixelOutput.Floats)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(metadata);
        var range = pixels == PixelOutput.Rgba8 ? PixelRange.Levels : PixelRange.SignedUnit;
        return GeneratorGraph.Build(generator.Spec, generator.Weights, metadata with { Range = range }, new GraphOptions { Pixels = pixels }).ToByteArray();
    }

    /// <summary>What the file says about itself; parity, author and licence are left for those who know them.</summary>
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
            Directions = SefaBasis.Of(generator.Spec, generator.Weights),
        };
    }
}
