using LatentWalk.Core.Onnx.Proto;
using LatentWalk.Core.Randomness;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// A convolutional network with fixed random weights, whose features tell pictures apart: picture float32 [batch, 3, side, side] in [-1, 1] →
/// features float32 [batch, 512]. Naeem et al. 2020 ("Reliable fidelity and diversity metrics", section 4) find that such an embedding
/// ranks generators well, also where pictures are unlike ImageNet's, and there is nothing to download.
/// </summary>
/// <remarks>
/// Stages of Conv 3×3, ReLU and AveragePool 2×2, of 32, 64, 128 … 256 channels, down to 4×4. Every stage's map, averaged to 4×4, counts, so
/// that fine detail and layout both show; a random projection brings all of them to 512 numbers. Weights are from
/// N(0, 2 / inputs). Three quarters of the first stage's filters see differences alone: the mean over each channel is taken off, and what
/// is left is enlarged, for edges are a small part of a picture's variance and most of what tells a good one from a smudge. Beyond, each
/// filter's mean is taken off it, so that what all pictures have in common says nothing. The numbers come from
/// <see cref="CounterRandom"/>: the same on every machine.
/// </remarks>
public static class EmbeddingGraph
{
    public const int Features = 512;

    public const string Picture = "picture";
    public const string Output = "features";

    public const int SmallestSide = 16;
    public const int LargestSide = 128;

    private const int MapSide = 4;
    private const int FirstChannels = 32;
    private const int MostChannels = 256;
    private const int FiltersOfColour = 8;
    private const float EdgeGain = 2;
    private const ulong Seed = 2020;
    private const ulong ProjectionIndex = 1000;

    /// <summary>The side that pictures are brought to: the next power of two, up to <see cref="LargestSide"/>.</summary>
    public static int SideFor(int size) =>
        Math.Clamp((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, size)), SmallestSide, LargestSide);

    /// <param name="side">A power of two from <see cref="SmallestSide"/> to <see cref="LargestSide"/>.</param>
    /// <returns>A whole file; the same for the same side.</returns>
    public static byte[] Write(int side)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(side, SideFor(side));
        var graph = new GraphProto { Name = "random embedding" };
        graph.Input.Add(GraphWriter.Value(Picture, DataType.Float, null, 3, side, side));
        var pending = new List<PendingTensor>();
        var writer = new GraphWriter(graph, pending);
        var maps = new List<string>();
        int length = 0;
        string x = Picture;
        for (int stage = 0, inputs = 3, at = side; at > MapSide; stage++, at /= 2)
        {
            int outputs = Math.Min(FirstChannels << stage, MostChannels);
            x = Stage(writer, x, stage, inputs, outputs);
            string map = at / 2 == MapSide ? x : Pool(writer, x, $"map{stage}", at / 2 / MapSide);
            maps.Add(writer.Node("Flatten", $"flat{stage}", [map]));
            length += outputs * MapSide * MapSide;
            inputs = outputs;
        }

        string all = writer.Node("Concat", "maps", [.. maps], GraphWriter.Number("axis", 1));
        writer.Node("Gemm", Output, [all, writer.Constant("projection", Normal(length * Features, Math.Sqrt(1.0 / length), ProjectionIndex), length, Features)]);
        graph.Output.Add(GraphWriter.Value(Output, DataType.Float, null, Features));
        return new GraphFile(GeneratorGraph.Wrap(graph), pending).ToBytes();
    }

    private static string Stage(GraphWriter writer, string x, int stage, int inputs, int outputs)
    {
        const int kernel = 3, taps = kernel * kernel;
        float[] weights = Normal(outputs * inputs * taps, Math.Sqrt(2.0 / (inputs * taps)), (ulong)stage);
        if (stage == 0)
        {
            var edges = weights.AsSpan(FiltersOfColour * inputs * taps);
            TakeOffMeans(edges, taps);
            Scale(edges, EdgeGain);
        }
        else
        {
            TakeOffMeans(weights, inputs * taps);
        }

        string weight = writer.Constant($"weight{stage}", weights, outputs, inputs, kernel, kernel);
        x = writer.Node("Conv", $"conv{stage}", [x, weight], GraphWriter.Numbers("kernel_shape", kernel, kernel), GraphWriter.Numbers("pads", 1, 1, 1, 1));
        return Pool(writer, writer.Node("Relu", $"relu{stage}", [x]), $"stage{stage}", 2);
    }

    private static string Pool(GraphWriter writer, string x, string output, int window) => writer.Node(
        "AveragePool", output, [x], GraphWriter.Numbers("kernel_shape", window, window), GraphWriter.Numbers("strides", window, window));

    private static float[] Normal(int count, double deviation, ulong index)
    {
        var values = new float[count];
        new CounterRandom(Seed, index, Purpose.Quality).FillNormal(values);
        Scale(values, (float)deviation);
        return values;
    }

    private static void TakeOffMeans(Span<float> values, int group)
    {
        for (int first = 0; first < values.Length; first += group)
        {
            var part = values.Slice(first, group);
            float sum = 0;
            foreach (float value in part)
            {
                sum += value;
            }

            foreach (ref float value in part)
            {
                value -= sum / group;
            }
        }
    }

    private static void Scale(Span<float> values, float factor)
    {
        foreach (ref float value in values)
        {
            value *= factor;
        }
    }
}
