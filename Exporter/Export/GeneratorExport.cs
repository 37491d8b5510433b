using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;

namespace LatentWalk.Exporter.Export;

/// <summary>A checkpoint's generator -> the bytes of a verified generator file.</summary>
internal static class GeneratorExport
{
    /// <summary>
    /// Above this the file would not be the network that was trained. float32 in another order of summation differs by about 1e-6.
    /// </summary>
    public const float LargestDifference = 1e-4f;

    /// <exception cref="BadModelException">ONNX Runtime does not make the trainer's pictures of it.</exception>
    public static (byte[] File, ParityRecord Parity) Build(CheckpointGenerator generator, ExportRequest request)
    {
        var metadata = Describe(generator, request);
        byte[] floats = Serialise(generator, metadata, PixelOutput.Floats);
        var parity = Parity.Measure(floats, request.Output, generator);
        if (!(parity.Maximum <= LargestDifference))
        {
            throw new BadModelException(
                $"ONNX Runtime's pictures differ from the trainer's by up to {parity.Maximum:g3} ({parity.Mean:g3} on average) on {parity.Images} latents of '{generator.Source.Path}', "
                + $"expected at most {LargestDifference:g3}; '{request.Output}' was not written. Report it with the checkpoint.");
        }

        byte[] file = Serialise(generator, metadata with { Parity = parity }, request.Pixels);
        if (request.Pixels == PixelOutput.Rgba8)
        {
            Parity.RequireSamePixels(file, floats, request.Output, generator);
        }

        return (file, parity);
    }

    private static byte[] Serialise(CheckpointGenerator generator, GeneratorMetadata metadata, PixelOutput pixels)
    {
        var options = new GraphOptions { Pixels = pixels };
        var range = pixels == PixelOutput.Rgba8 ? PixelRange.Levels : PixelRange.SignedUnit;
        ModelProto model = GeneratorGraph.Build(generator.Spec, generator.Weights, metadata with { Range = range }, options);
        return model.ToByteArray();
    }

    private static GeneratorMetadata Describe(CheckpointGenerator generator, ExportRequest request) => new()
    {
        ZDim = generator.Spec.ZDim,
        Resolution = generator.Spec.Resolution,
        Generator = generator.SpecJson,
        Weights = generator.Set.Name,
        Preset = generator.Preset,
        Step = generator.Source.Step,
        ImagesSeen = generator.ImagesSeen,
        Dataset = generator.Dataset,
        Checkpoint = generator.Source.Sha256,
        SheetSeeds = generator.SheetSeeds,
        Directions = SefaBasis.Of(generator.Spec, generator.Weights),
        Author = request.Author,
        License = request.License,
    };
}
