using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Pixels;

namespace LatentWalk.Inference;

/// <summary>Holds a generator file, run on the CPU, against what it must be the same as.</summary>
internal static class ExportParity
{
    /// <summary>Latents on which two graphs are compared.</summary>
    public const int Latents = 64;

    // Of one run: what ONNX Runtime needs beside the weights stays small.
    private const int Batch = 8;

    // Far from the seeds that people look at first.
    private const ulong FirstSeed = 1_000_000;

    /// <summary>
    /// The pictures that the trainer stored. The file promises [-1, 1], so where the network itself goes beyond it
    /// its pictures are clamped before they are compared; the graph's are already.
    /// </summary>
    public static ParityRecord WithTrainer(GeneratorSession floats, CheckpointGenerator generator)
    {
        var meter = new ParityMeter();
        int pictureValues = ValuesOf(generator);
        int count = generator.ProbeLatents.Length / generator.Spec.ZDim;
        for (int done = 0; done < count; done += Batch)
        {
            int batch = Math.Min(Batch, count - done);
            var actual = new float[batch * pictureValues];
            floats.RunFloats(generator.ProbeLatents.AsSpan(done * generator.Spec.ZDim, batch * generator.Spec.ZDim), Conditions(generator, done, batch), batch, actual);
            meter.Add(generator.ProbeImages.AsSpan(done * pictureValues, actual.Length), actual, batch);
        }

        return meter.Result();
    }

    /// <summary>Another graph of the same network, on <see cref="Latents"/> latents.</summary>
    public static ParityRecord Between(GeneratorSession expected, GeneratorSession actual, CheckpointGenerator generator)
    {
        var meter = new ParityMeter();
        var left = new float[Batch * ValuesOf(generator)];
        var right = new float[left.Length];
        foreach (var (z, c) in Batches(generator.Spec))
        {
            expected.RunFloats(z, c, Batch, left);
            actual.RunFloats(z, c, Batch, right);
            meter.Add(left, right, Batch);
        }

        return meter.Result();
    }

    /// <summary>The bytes of an rgba8 file are those the float file's pictures convert to, but for one level where rounding is close.</summary>
    public static void RequireSamePixels(GeneratorSession rgba8, GeneratorSession floats, CheckpointGenerator generator)
    {
        var expected = new byte[Batch * generator.Spec.Resolution * generator.Spec.Resolution * 4];
        var actual = new byte[expected.Length];
        foreach (var (z, c) in Batches(generator.Spec))
        {
            floats.Run(z, c, Batch, expected);
            rgba8.Run(z, c, Batch, actual);
            for (int i = 0; i < expected.Length; i++)
            {
                if (Math.Abs(expected[i] - actual[i]) > 1)
                {
                    throw new BadModelException($"Byte {i} of the rgba8 pictures is {actual[i]}, expected {expected[i]} as from the float graph; no generator was made of '{generator.Source.Path}'. Export with --pixels float, and report it.");
                }
            }
        }
    }

    private static int ValuesOf(CheckpointGenerator generator) => generator.Spec.Channels * generator.Spec.Resolution * generator.Spec.Resolution;

    private static ReadOnlySpan<float> Conditions(CheckpointGenerator generator, int first, int count) =>
        generator.ProbeConditions.AsSpan(first * generator.Spec.Classes, count * generator.Spec.Classes);

    // The classes take turns, as on the trainer's sheets.
    private static IEnumerable<(float[] Z, float[] C)> Batches(GeneratorSpec spec)
    {
        for (int first = 0; first < Latents; first += Batch)
        {
            var z = new float[Batch * spec.ZDim];
            var c = new float[Batch * spec.Classes];
            for (int k = 0; k < Batch; k++)
            {
                Latent.FromSeed(FirstSeed + (ulong)(first + k), z.AsSpan(k * spec.ZDim, spec.ZDim));
                if (spec.Classes > 0)
                {
                    c[(k * spec.Classes) + ((first + k) % spec.Classes)] = 1;
                }
            }

            yield return (z, c);
        }
    }
}
