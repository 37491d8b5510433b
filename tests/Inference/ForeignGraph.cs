using System.Collections.Concurrent;
using Google.Protobuf;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Inference.Tests;

/// <summary>A generator as somebody else might export one: z -> matrix product -> squashing -> picture, in any of the conventions there are.</summary>
internal sealed record ForeignGraph
{
    public const int ZDim = 6;
    public const int Width = 10;
    public const int Height = 8;

    private static readonly ConcurrentDictionary<int, float[]> Weights = [];

    public int LatentRank { get; init; } = 2;

    public bool ChannelsLast { get; init; }

    public int Channels { get; init; } = 3;

    /// <summary>"Tanh", "Sigmoid" or "bytes".</summary>
    public string Output { get; init; } = "Tanh";

    public int? FixedBatch { get; init; }

    /// <summary>The declared batch is free, yet the graph reshapes to one picture.</summary>
    public bool BakedBatch { get; init; }

    /// <summary>With a condition of this length; class k adds k to every value.</summary>
    public int Classes { get; init; }

    public string LatentName { get; init; } = "input.1";

    public static string Write(string path, ForeignGraph graph)
    {
        File.WriteAllBytes(path, graph.Build().ToByteArray());
        return path;
    }

    /// <summary>The value under the squashing, for the pixel (channel, y, x).</summary>
    public double Raw(ReadOnlySpan<float> z, int c, int y, int x)
    {
        int column = ChannelsLast ? (y * Width + x) * Channels + c : (c * Height + y) * Width + x;
        float[] weight = Weight();
        double sum = 0;
        for (int i = 0; i < ZDim; i++)
        {
            sum += (double)z[i] * weight[i * Values + column];
        }

        return sum;
    }

    /// <summary>The level that a viewer should show.</summary>
    public byte Level(double raw) => (byte)Math.Round(Output == "Tanh" ? (Math.Tanh(raw) + 1) * 127.5 : 255 / (1 + Math.Exp(-raw)));

    private int Values => Channels * Width * Height;

    private float[] Weight() => Weights.GetOrAdd(ZDim * Values, count => Latent.FromSeed(77, count));

    public ModelProto Build()
    {
        var graph = new GraphProto { Name = "torch_jit" };
        var writer = new GraphWriter(graph);
        long?[] latentShape = LatentRank == 2 ? [FixedBatch, ZDim] : [FixedBatch, ZDim, 1, 1];
        graph.Input.Add(GraphWriter.Value(LatentName, DataType.Float, latentShape));
        string x = LatentRank == 2 ? LatentName : writer.Node("Flatten", "flat", [LatentName]);
        x = writer.Node("MatMul", "product", [x, writer.Constant("w", Weight(), ZDim, Values)]);
        if (Classes > 0)
        {
            graph.Input.Add(GraphWriter.Value("c", DataType.Float, FixedBatch, Classes));
            x = writer.Node("Add", "with_class", [x, writer.Node("MatMul", "class", ["c", writer.Constant("k", [.. Enumerable.Range(0, Classes).Select(k => (float)k)], Classes, 1)])]);
        }

        x = writer.Node(Output == "bytes" ? "Sigmoid" : Output, "squashed", [x]);
        if (Output == "bytes")
        {
            x = writer.Node("Round", "rounded", [writer.Node("Mul", "scaled", [x, writer.Scalar("levels", 255f)])]);
            x = writer.Node("Cast", "bytes", [x], GraphWriter.Number("to", (long)DataType.Uint8));
        }

        long[] shape = ChannelsLast ? [Height, Width, Channels] : [Channels, Height, Width];
        writer.Node("Reshape", "picture", [x, writer.Constant("shape", [BakedBatch ? 1 : -1, .. shape])]);
        graph.Output.Add(GraphWriter.Value("picture", Output == "bytes" ? DataType.Uint8 : DataType.Float, [FixedBatch, .. shape.Select(d => (long?)d)]));
        var model = new ModelProto { IrVersion = 8, ProducerName = "pytorch", Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        return model;
    }
}
