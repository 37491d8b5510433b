using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx.Proto;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// A generator as an ONNX graph: z float32 [batch, zdim] -> image, by <see cref="PixelOutput"/>. Opset 17, IR version 8, no
/// external data; the same spec, weights and metadata give the same bytes.
/// </summary>
/// <remarks>
/// The first transposed convolution sees a 1x1 picture, where it is a matrix product: written as Gemm + Reshape.
/// Batch norm is folded into weights and bias. A network without Tanh may leave [-1, 1]; its graph ends in a Clip,
/// because the file promises that range, so comparisons with the network compare clamped pictures.
/// </remarks>
public static class GeneratorGraph
{
    public const int OpsetVersion = 17;
    public const int IrVersion = 8;

    /// <param name="spec">What the network is.</param>
    /// <param name="weights">Its tensors by <see cref="TensorNames"/>, without the checkpoint's prefix.</param>
    /// <param name="metadata">Goes into metadata_props; null for none.</param>
    /// <param name="options">How to write it; null for the defaults.</param>
    public static ModelProto Build(
        GeneratorSpec spec,
        IReadOnlyDictionary<string, float[]> weights,
        GeneratorMetadata? metadata = null,
        GraphOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(weights);
        options ??= new GraphOptions();

        var graph = new GraphProto { Name = spec.Network };
        graph.Input.Add(GraphWriter.Value(OnnxNames.Latent, DataType.Float, null, spec.ZDim));
        if (spec.Classes > 0)
        {
            graph.Input.Add(GraphWriter.Value(OnnxNames.Condition, DataType.Float, null, spec.Classes));
        }

        var writer = new GraphWriter(graph);
        string image = AddHidden(writer, spec, FoldedGenerator.From(spec, weights));
        bool bytes = options.Pixels == PixelOutput.Rgba8;
        image = AddRange(writer, spec, image, bytes ? "signed" : OnnxNames.Image);
        if (bytes)
        {
            AddRgba8(writer, spec, image);
            graph.Output.Add(GraphWriter.Value(OnnxNames.Image, DataType.Uint8, null, spec.Resolution, spec.Resolution, 4));
        }
        else
        {
            graph.Output.Add(GraphWriter.Value(OnnxNames.Image, DataType.Float, null, spec.Channels, spec.Resolution, spec.Resolution));
        }

        return Wrap(graph, metadata);
    }

    private static string AddHidden(GraphWriter writer, GeneratorSpec spec, IReadOnlyList<FoldedLayer> layers)
    {
        var first = layers[0];
        string firstName = TensorNames.TransposedConvolution(1);
        string x = spec.Classes == 0
            ? OnnxNames.Latent
            : writer.Node("Concat", "latent_and_condition", [OnnxNames.Latent, OnnxNames.Condition], GraphWriter.Number("axis", 1));
        x = writer.Node("Gemm", $"{firstName}_flat",
            [
                x,
                writer.Constant(firstName + TensorNames.Weight, first.Weight, first.Inputs, first.Outputs * 16),
                writer.Constant(firstName + TensorNames.Bias, [.. first.Bias.SelectMany(value => Enumerable.Repeat(value, 16))], first.Outputs * 16),
            ]);
        x = writer.Node("Reshape", firstName, [x, writer.Constant(firstName + ".shape", [-1, first.Outputs, 4, 4])]);
        for (int k = 1; k < layers.Count; k++)
        {
            var layer = layers[k];
            string name = TensorNames.TransposedConvolution(k + 1);
            x = AddActivation(writer, spec, x, $"act{k}");
            x = writer.Node("ConvTranspose", name,
                [
                    x,
                    writer.Constant(name + TensorNames.Weight, layer.Weight, layer.Inputs, layer.Outputs, 4, 4),
                    writer.Constant(name + TensorNames.Bias, layer.Bias, layer.Outputs),
                ],
                GraphWriter.Numbers("kernel_shape", 4, 4),
                GraphWriter.Numbers("pads", 1, 1, 1, 1),
                GraphWriter.Numbers("strides", 2, 2));
        }

        return x;
    }

    private static string AddActivation(GraphWriter writer, GeneratorSpec spec, string x, string output) =>
        spec.LeakySlope == 0
            ? writer.Node("Relu", output, [x])
            : writer.Node("LeakyRelu", output, [x], GraphWriter.Number("alpha", spec.LeakySlope));

    private static string AddRange(GraphWriter writer, GeneratorSpec spec, string x, string output) =>
        spec.Tanh
            ? writer.Node("Tanh", output, [x])
            : writer.Node("Clip", output, [x, writer.Scalar("lowest", -1f), writer.Scalar("highest", 1f)]);

    // The same steps as PixelConversion: level = round((x + 1) * 127.5), then channels last and an opaque alpha.
    private static void AddRgba8(GraphWriter writer, GeneratorSpec spec, string x)
    {
        x = writer.Node("Add", "shifted", [x, writer.Scalar("one", 1f)]);
        x = writer.Node("Mul", "scaled", [x, writer.Scalar("half_levels", 127.5f)]);
        x = writer.Node("Round", "rounded", [x]);
        x = writer.Node("Cast", "levels", [x], GraphWriter.Number("to", (long)DataType.Uint8));
        if (spec.Channels == 1)
        {
            x = writer.Node("Concat", "grey_rgb", [x, x, x], GraphWriter.Number("axis", 1));
        }

        x = writer.Node("Pad", "with_alpha",
            [x, writer.Constant("alpha_pads", [0, 0, 0, 0, 0, 1, 0, 0]), writer.Scalar("opaque", (byte)255)]);
        writer.Node("Transpose", OnnxNames.Image, [x], GraphWriter.Numbers("perm", 0, 2, 3, 1));
    }

    private static ModelProto Wrap(GraphProto graph, GeneratorMetadata? metadata)
    {
        var model = new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = OnnxNames.ProducerName,
            ProducerVersion = typeof(GeneratorGraph).Assembly.GetName().Version?.ToString(3) ?? "0",
            Graph = graph,
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OpsetVersion });
        foreach (var (key, value) in metadata?.ToEntries() ?? [])
        {
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        }

        return model;
    }
}
