using Google.Protobuf;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Inference.Tests;

/// <summary>Whole and harmless models that are not generators of pictures.</summary>
internal static class NotGenerators
{
    public static string Write(string path, GraphProto graph)
    {
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        File.WriteAllBytes(path, model.ToByteArray());
        return path;
    }

    public static GraphProto Discriminator()
    {
        var (graph, writer) = Begin("image", null, 3, 4, 4);
        writer.Node("MatMul", "logit", [writer.Node("Flatten", "flat", ["image"]), writer.Constant("w", new float[48], 48, 1)]);
        graph.Output.Add(GraphWriter.Value("logit", DataType.Float, null, 1));
        return graph;
    }

    public static GraphProto Upscaler()
    {
        var (graph, writer) = Begin("low", null, 3, 4, 4);
        writer.Node("Resize", "high", ["low", "", writer.Constant("scales", [1, 1, 2, 2], 4)]);
        graph.Output.Add(GraphWriter.Value("high", DataType.Float, null, 3, 8, 8));
        return graph;
    }

    public static GraphProto Regression()
    {
        var (graph, writer) = Begin("x", null, 6);
        writer.Node("MatMul", "y", ["x", writer.Constant("w", new float[12], 6, 2)]);
        graph.Output.Add(GraphWriter.Value("y", DataType.Float, null, 2));
        return graph;
    }

    /// <summary>Looks like a generator, but its pictures are z times <paramref name="scale"/>.</summary>
    public static GraphProto Linear(float scale)
    {
        var (graph, writer) = Begin("z", null, 6);
        string x = writer.Node("MatMul", "product", ["z", writer.Constant("w", [.. Enumerable.Repeat(scale, 6 * 48)], 6, 48)]);
        writer.Node("Reshape", "image", [x, writer.Constant("shape", [-1, 3, 4, 4])]);
        graph.Output.Add(GraphWriter.Value("image", DataType.Float, null, 3, 4, 4));
        return graph;
    }

    private static (GraphProto Graph, GraphWriter Writer) Begin(string input, params long?[] shape)
    {
        var graph = new GraphProto { Name = "g" };
        graph.Input.Add(GraphWriter.Value(input, DataType.Float, shape));
        return (graph, new GraphWriter(graph));
    }
}
