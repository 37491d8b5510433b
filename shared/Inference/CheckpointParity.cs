using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>Holds a generator file against what the trainer recorded: the same latents through ONNX Runtime, on the CPU.</summary>
internal static class CheckpointParity
{
    private static readonly InferenceSettings OnCpu = new() { Provider = ProviderChoice.Cpu, BusyWait = false };

    /// <summary>
    /// Largest and mean difference on [-1, 1]. The file promises that range, so where the network itself goes beyond it
    /// its pictures are clamped before they are compared; the graph's are already.
    /// </summary>
    public static ParityRecord Measure(byte[] file, CheckpointGenerator generator)
    {
        using var session = GeneratorSession.Open(file, generator.Source.Path, OnCpu);
        int count = generator.ProbeLatents.Length / generator.Spec.ZDim;
        var actual = new float[generator.ProbeImages.Length];
        session.RunFloats(generator.ProbeLatents, generator.ProbeConditions, count, actual);
        return Compare(generator.ProbeImages, actual, count);
    }

    /// <summary>The bytes of an rgba8 file are those the float file's pictures convert to, but for one level where rounding is close.</summary>
    public static void RequireSamePixels(byte[] rgba8, byte[] floats, CheckpointGenerator generator)
    {
        byte[] expected = Pixels(floats, generator);
        byte[] actual = Pixels(rgba8, generator);
        for (int i = 0; i < expected.Length; i++)
        {
            if (Math.Abs(expected[i] - actual[i]) > 1)
            {
                throw new BadModelException($"Byte {i} of the rgba8 pictures is {actual[i]}, expected {expected[i]} as from the float graph; no generator was made of '{generator.Source.Path}'. Export with --pixels float, and report it.");
            }
        }
    }

    internal static ParityRecord Compare(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, int images)
    {
        double largest = 0, sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs((double)Math.Clamp(expected[i], -1f, 1f) - actual[i]);

            // Math.Max passes on what is not a number, and that is above every bound.
            largest = Math.Max(largest, difference);
            sum += difference;
        }

        return new ParityRecord((float)largest, (float)(sum / expected.Length), images);
    }

    private static byte[] Pixels(byte[] file, CheckpointGenerator generator)
    {
        using var session = GeneratorSession.Open(file, generator.Source.Path, OnCpu);
        int count = generator.ProbeLatents.Length / generator.Spec.ZDim;
        var rgba = new byte[count * session.Info.Width * session.Info.Height * 4];
        session.Run(generator.ProbeLatents, generator.ProbeConditions, count, rgba);
        return rgba;
    }
}
