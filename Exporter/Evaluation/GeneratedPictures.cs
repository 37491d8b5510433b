using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>A generator's pictures of seeds 0, 1, 2 and on, not truncated. The classes take turns, as on the trainer's sheets.</summary>
internal sealed class GeneratedPictures : IPictureSeries
{
    private readonly GeneratorPool _generator;

    private GeneratedPictures(GeneratorPool generator, int count, string path)
    {
        (_generator, Count) = (generator, count);
        if (Info.Width != Info.Height)
        {
            generator.Dispose();
            throw new BadModelException($"'{path}' makes pictures of {Info.Width}×{Info.Height}, expected square ones: there is no data set of others to hold them against.");
        }
    }

    public string Kind => "generator";

    public GeneratorInfo Info => _generator.Info;

    public int Count { get; }

    public int Size => Info.Width;

    /// <summary>A generator file as it is, or the generator of a run or checkpoint.</summary>
    /// <param name="weights">Of a checkpoint; null for the best.</param>
    public static GeneratedPictures Open(string path, int count, WeightSet? weights, Action<string> warn)
    {
        if (path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path))
        {
            return new GeneratedPictures(GeneratorPool.Open(path, count), count, path);
        }

        var checkpoint = CheckpointLocator.Resolve(path, out var warnings);
        foreach (string warning in warnings)
        {
            warn(warning);
        }

        using var generator = CheckpointGenerator.Open(checkpoint, weights);
        byte[] file = GeneratorExport.Build(generator, new ExportOptions { Directions = new DirectionRequest { Kind = DirectionKind.None } }).ToArray();
        return new GeneratedPictures(GeneratorPool.Of(GeneratorSession.Open(file, checkpoint.Path, new InferenceSettings { BusyWait = false })), count, path);
    }

    /// <inheritdoc/>
    public void Read(int first, int count, Span<byte> rgb)
    {
        for (int done = 0; done < count;)
        {
            int part = Math.Min(_generator.GroupSize, count - done);
            byte[] rgba = Draw(first + done, part);
            for (int pixel = 0; pixel < part * Size * Size; pixel++)
            {
                rgba.AsSpan(4 * pixel, 3).CopyTo(rgb[(3 * ((done * Size * Size) + pixel))..]);
            }

            done += part;
        }
    }

    public void Dispose() => _generator.Dispose();

    private byte[] Draw(int first, int count)
    {
        var z = new float[count * Info.ZDim];
        var c = new float[count * Info.Classes];
        for (int i = 0; i < count; i++)
        {
            Latent.FromSeed((ulong)(first + i), z.AsSpan(i * Info.ZDim, Info.ZDim));
            if (Info.Classes > 0)
            {
                c[(i * Info.Classes) + ((first + i) % Info.Classes)] = 1;
            }
        }

        var rgba = new byte[count * Size * Size * 4];
        _generator.Run(z, c, count, rgba);
        return rgba;
    }
}
