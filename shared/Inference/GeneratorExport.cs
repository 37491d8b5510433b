using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>A checkpoint's generator -> the bytes of a verified generator file.</summary>
public static class GeneratorExport
{
    /// <summary>
    /// Above this the file would not be the network that was trained. float32 in another order of summation differs by about 1e-6.
    /// </summary>
    public const float LargestDifference = 1e-4f;

    /// <param name="generator">Read from a checkpoint.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="BadModelException">ONNX Runtime does not make the trainer's pictures of it.</exception>
    public static (byte[] File, ParityRecord Parity) Build(CheckpointGenerator generator, ExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        options ??= new ExportOptions();
        var metadata = CheckpointGraph.Describe(generator) with { Author = options.Author, License = options.License };
        byte[] floats = CheckpointGraph.Write(generator, metadata);
        var parity = CheckpointParity.Measure(floats, generator);
        if (!(parity.Maximum <= LargestDifference))
        {
            throw new BadModelException(
                $"ONNX Runtime's pictures differ from the trainer's by up to {parity.Maximum:g3} ({parity.Mean:g3} on average) on {parity.Images} latents of '{generator.Source.Path}', "
                + $"expected at most {LargestDifference:g3}; no generator was made of it. Report it with the checkpoint.");
        }

        byte[] file = CheckpointGraph.Write(generator, metadata with { Parity = parity }, options.Pixels);
        if (options.Pixels == PixelOutput.Rgba8)
        {
            CheckpointParity.RequireSamePixels(file, floats, generator);
        }

        return (file, parity);
    }
}
