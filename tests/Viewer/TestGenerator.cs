using Google.Protobuf;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Viewer.Tests;

/// <summary>Small generators of random weights, scaled so that their pictures differ visibly from latent to latent.</summary>
internal static class TestGenerator
{
    public const int ZDim = 32;
    public const int Resolution = 64;

    private static readonly Lazy<string> SharedFile = new(() =>
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("lw-viewer-").FullName, "painted.onnx");
        Write(path);
        return path;
    });

    /// <summary>One for all tests that do not change it.</summary>
    public static string Shared => SharedFile.Value;

    public static void Write(string path, ulong weightSeed = 1, int zdim = ZDim, int width = 8, long step = 600)
    {
        GeneratorSpec spec = new() { ZDim = zdim, Resolution = Resolution, Width = width, BatchNorm = false };
        Dictionary<string, float[]> weights = [];
        ulong seed = weightSeed * 1000;
        foreach ((string name, long[] shape) in TensorNames.Of(spec))
        {
            weights[name] = shape.Length < 4 || shape[0] == zdim ? Normal(seed++, shape) : Smooth(seed++, shape);
        }

        GeneratorMetadata metadata = new()
        {
            ZDim = zdim,
            Resolution = Resolution,
            Preset = "test",
            Step = step,
            SheetSeeds = [11, 12, 13],
            Directions = DirectionBasis.Random(weightSeed, zdim, 3),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, GeneratorGraph.Build(spec, weights, metadata).ToByteArray());
    }

    private static float[] Normal(ulong seed, long[] shape)
    {
        float deviation = shape.Length < 4 ? 0.05f : MathF.Sqrt(2f / shape[0]);
        return [.. Latent.FromSeed(seed, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(value => value * deviation)];
    }

    // Every kernel is a bilinear enlargement times a random mix of channels: soft blobs of colour and not noise.
    private static float[] Smooth(ulong seed, long[] shape)
    {
        float[] ramp = [0.25f, 0.75f, 0.75f, 0.25f];
        float[] mix = Latent.FromSeed(seed, (int)(shape[0] * shape[1]));
        float deviation = MathF.Sqrt(2.5f / shape[0]);
        float[] weights = new float[mix.Length * 16];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = mix[i / 16] * deviation * ramp[i / 4 % 4] * ramp[i % 4];
        }

        return weights;
    }
}
