using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx.Proto;

namespace LatentWalk.Core.Onnx;

/// <summary>A copy of a generator whose inner pictures come out as well: for looking at what each layer makes of a latent.</summary>
public static class LayerOutputs
{
    /// <summary>More than these says nothing more to anybody.</summary>
    public const int Largest = 32;

    private static readonly HashSet<string> s_activations = new(StringComparer.Ordinal)
    {
        "Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Celu", "Gelu", "Mish", "Softplus", "HardSwish", "Tanh", "Sigmoid", "Clip",
    };

    private static readonly HashSet<string> s_convolutions = new(StringComparer.Ordinal) { "Conv", "ConvTranspose" };

    /// <param name="model">A whole file that <see cref="OnnxGuard"/> let pass.</param>
    /// <param name="path">For messages.</param>
    /// <returns>
    /// The file with more outputs, and their names in the order of computing: what leaves each activation, or each
    /// convolution in a network that has fewer than two activations inside. The shape shows which of them are pictures.
    /// </returns>
    /// <exception cref="BadModelException">Nothing in it looks like a layer.</exception>
    public static (byte[] Model, IReadOnlyList<string> Names) Add(byte[] model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        var proto = ModelProto.Parser.ParseFrom(model);
        var already = proto.Graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        List<string> names = OutputsOf(proto.Graph, s_activations, already);
        if (names.Count < 2)
        {
            names = OutputsOf(proto.Graph, s_convolutions, already);
        }

        if (names.Count == 0)
        {
            throw new BadModelException($"{path} has no activation and no convolution to look into; the layer maps need a convolutional generator.");
        }

        foreach (string name in names)
        {
            // Without a type: ONNX Runtime infers it, and a half-precision network's layers are float16.
            proto.Graph.Output.Add(new ValueInfoProto { Name = name });
        }

        return (proto.ToByteArray(), names);
    }

    private static List<string> OutputsOf(GraphProto graph, HashSet<string> operations, HashSet<string> already)
    {
        List<string> names = [.. graph.Node
            .Where(node => operations.Contains(node.OpType) && node.Output.Count > 0 && !already.Contains(node.Output[0]))
            .Select(node => node.Output[0])];

        // Of a deep network every second, third, … layer.
        int stride = (names.Count + Largest - 1) / Largest;
        return stride <= 1 ? names : [.. names.Where((_, index) => index % stride == stride - 1)];
    }
}
