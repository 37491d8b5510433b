using Google.Protobuf;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Viewer.Bench;

/// <summary>
/// Generators of any size to measure with: the anime-64 network, 512 filters halved from layer to layer, with as many
/// layers as the size needs, and random weights. Its time is that of a trained one.
/// </summary>
internal static class RandomGenerator
{
    private const int FirstFilters = 512;

    /// <summary>The file's bytes.</summary>
    /// <param name="resolution">A power of two from 16 to 512.</param>
    public static byte[] Make(int resolution)
    {
        GeneratorSpec spec = new() { Resolution = resolution, Width = FirstFilters * 8 / resolution };
        Dictionary<string, float[]> weights = [];
        ulong seed = 0;
        foreach ((string name, long[] shape) in TensorNames.Of(spec))
        {
            int count = (int)shape.Aggregate(1L, (a, b) => a * b);
            float[] values = Latent.FromSeed(seed++, count);
            float scale = shape.Length < 4 ? 0.02f : MathF.Sqrt(0.25f / shape[0]);
            for (int i = 0; i < count; i++)
            {
                // Gains and variances of batch norm are around one.
                values[i] = shape.Length < 4 && !name.EndsWith("bias", StringComparison.Ordinal) && !name.EndsWith("mean", StringComparison.Ordinal)
                    ? 1 + 0.1f * Math.Clamp(values[i], -3, 3)
                    : scale * values[i];
            }

            weights[name] = values;
        }

        return GeneratorGraph.Build(spec, weights).ToByteArray();
    }
}
