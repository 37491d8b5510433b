using Google.Protobuf;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference.Tests;

/// <summary>A generator with made-up weights, small enough for a plain reference in C#.</summary>
internal static class SmallGenerator
{
    public static GeneratorSpec Spec { get; } = new() { ZDim = 12, Resolution = 16, Width = 3 };

    public static Dictionary<string, float[]> Weights(GeneratorSpec spec, ulong seed = 1)
    {
        var weights = new Dictionary<string, float[]>();
        foreach (var (name, shape) in TensorNames.Of(spec))
        {
            int count = (int)shape.Aggregate(1L, (a, b) => a * b);
            float[] values = Latent.FromSeed(seed++, count);
            weights[name] = name switch
            {
                _ when name.EndsWith(TensorNames.RunningVar, StringComparison.Ordinal) => [.. values.Select(v => 0.5f + v * v)],
                _ when name.StartsWith("bn", StringComparison.Ordinal) => values,
                _ => [.. values.Select(v => v * 0.3f)],
            };
        }

        return weights;
    }

    public static string Write(string path, GeneratorSpec? spec = null, GraphOptions? options = null, GeneratorMetadata? metadata = null)
    {
        spec ??= Spec;
        File.WriteAllBytes(path, GeneratorGraph.Build(spec, Weights(spec), metadata, options).ToByteArray());
        return path;
    }

    public static float[] Latents(int zdim, int count, ulong firstSeed = 100)
    {
        var z = new float[count * zdim];
        for (int i = 0; i < count; i++)
        {
            Latent.FromSeed(firstSeed + (ulong)i, z.AsSpan(i * zdim, zdim));
        }

        return z;
    }
}
