using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx.Proto;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// A generator as an ONNX graph: z float32 [batch, zdim], and c float32 [batch, classes] where it has classes -> image, by <see cref="PixelOutput"/>. Opset 17, IR version 8, no
/// external data; the same spec, weights, options and metadata give the same bytes.
/// </summary>
/// <remarks>
/// A network without Tanh may leave [-1, 1]; its graph ends in a Clip, because the file promises that range, so comparisons
/// with the network compare clamped pictures.
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
        ArgumentNullException.ThrowIfNull(weights);
        var model = Plan(spec, WeightTable.Of(weights), options ?? new GraphOptions()).ToModel();
        model.MetadataProps.Add(MetadataOf(metadata).MetadataProps);
        return model;
    }

    /// <summary>The same as a file, without metadata.</summary>
    public static byte[] Write(GeneratorSpec spec, IReadOnlyDictionary<string, float[]> weights, GraphOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Plan(spec, WeightTable.Of(weights), options ?? new GraphOptions()).ToBytes();
    }

    /// <summary>A model with nothing but metadata_props: its bytes behind those of a file add them.</summary>
    internal static ModelProto MetadataOf(GeneratorMetadata? metadata)
    {
        var model = new ModelProto();
        foreach (var (key, value) in metadata?.ToEntries() ?? [])
        {
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        }

        return model;
    }

    /// <summary>The graph, its constants still to be read.</summary>
    internal static GraphFile Plan(GeneratorSpec spec, IWeights weights, GraphOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var problems = spec.Validate();
        if (problems.Count > 0)
        {
            throw new BadModelException($"The generator's description is not usable: {string.Join("; ", problems)}.");
        }

        if (options.Upsample != Upsample.Transposed && spec.Network != NetworkKinds.Dcgan)
        {
            throw new UsageException(
                $"--upsample {VariantNames.Of(options.Upsample)} writes transposed convolutions in another way, and a generator of kind '{spec.Network}' has none. Leave --upsample out.");
        }

        var graph = new GraphProto { Name = spec.Network };
        graph.Input.Add(GraphWriter.Value(OnnxNames.Latent, DataType.Float, null, spec.ZDim));
        if (spec.Classes > 0)
        {
            graph.Input.Add(GraphWriter.Value(OnnxNames.Condition, DataType.Float, null, spec.Classes));
        }

        var pending = new List<PendingTensor>();
        var writer = new GraphWriter(graph, pending);
        var constants = new ConstantWriter(writer, options.Precision);
        string image = AddNetwork(writer, constants, spec, weights, options, AddInputs(writer, constants, spec));
        if (constants.Arithmetic == DataType.Float16)
        {
            image = writer.Cast(image, image + ".float", DataType.Float);
        }

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

        return new GraphFile(Wrap(graph), pending);
    }

    /// <returns>[z, c], [batch, zdim + classes], in the type of the arithmetic.</returns>
    private static string AddInputs(GraphWriter writer, ConstantWriter constants, GeneratorSpec spec)
    {
        string latent = spec.Classes == 0
            ? OnnxNames.Latent
            : writer.Node("Concat", "latent_and_condition", [OnnxNames.Latent, OnnxNames.Condition], GraphWriter.Number("axis", 1));
        return constants.Arithmetic == DataType.Float ? latent : writer.Cast(latent, latent + ".half", DataType.Float16);
    }

    /// <returns>[batch, channels, H, W], what the network makes before Tanh.</returns>
    private static string AddNetwork(GraphWriter writer, ConstantWriter constants, GeneratorSpec spec, IWeights weights, GraphOptions options, string latent) => spec.Network switch
    {
        NetworkKinds.Dcgan => DcganGraph.Add(writer, constants, spec, weights, options.Upsample, latent),
        NetworkKinds.Residual => new ResidualGraph(writer, constants, spec, weights).Add(latent),
        NetworkKinds.Skip => new SkipGraph(writer, constants, spec, weights).Add(latent),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Network, "Validate() lets no other network pass."),
    };

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
        x = writer.Cast(x, "levels", DataType.Uint8);
        if (spec.Channels == 1)
        {
            x = writer.Node("Concat", "grey_rgb", [x, x, x], GraphWriter.Number("axis", 1));
        }

        x = writer.Node("Pad", "with_alpha",
            [x, writer.Constant("alpha_pads", [0, 0, 0, 0, 0, 1, 0, 0]), writer.Scalar("opaque", (byte)255)]);
        writer.Node("Transpose", OnnxNames.Image, [x], GraphWriter.Numbers("perm", 0, 2, 3, 1));
    }

    internal static ModelProto Wrap(GraphProto graph)
    {
        var model = new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = OnnxNames.ProducerName,
            ProducerVersion = typeof(GeneratorGraph).Assembly.GetName().Version?.ToString(3) ?? "0",
            Graph = graph,
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OpsetVersion });
        return model;
    }
}
