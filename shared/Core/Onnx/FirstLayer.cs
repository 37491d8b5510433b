using System.Runtime.InteropServices;
using LatentWalk.Core.Onnx.Proto;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// The first layer of somebody else's generator, where it is a product of the latent with a constant: a matrix product, or a
/// transposed or 1×1 convolution of one pixel. What only rearranges the latent before it is passed through.
/// </summary>
public static class FirstLayer
{
    private static readonly HashSet<string> s_rearranging = new(StringComparer.Ordinal) { "Flatten", "Reshape", "Squeeze", "Unsqueeze", "Identity" };

    /// <param name="file">A whole file that <see cref="OnnxGuard"/> let pass.</param>
    /// <param name="zdim">Of its latent.</param>
    /// <returns>[zdim, features]; null where the network begins otherwise, or its weights are not float32.</returns>
    public static float[]? Find(byte[] file, int zdim)
    {
        ArgumentNullException.ThrowIfNull(file);
        var graph = ModelProto.Parser.ParseFrom(file).Graph;
        var constants = graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        string? value = graph.Input.FirstOrDefault(input => !constants.ContainsKey(input.Name) && !input.Name.Equals(OnnxNames.Condition, StringComparison.OrdinalIgnoreCase))?.Name;
        foreach (var node in graph.Node)
        {
            if (value is null || node.Input.Count == 0 || node.Input[0] != value)
            {
                continue;
            }

            if (s_rearranging.Contains(node.OpType))
            {
                value = node.Output[0];
                continue;
            }

            return node.Input.Count > 1 && constants.TryGetValue(node.Input[1], out var weight) ? Rows(node, weight, zdim) : null;
        }

        return null;
    }

    private static float[]? Rows(NodeProto node, TensorProto weight, int zdim)
    {
        if (weight.DataType != (int)TensorProto.Types.DataType.Float)
        {
            return null;
        }

        float[] values = weight.HasRawData ? MemoryMarshal.Cast<byte, float>(weight.RawData.Span).ToArray() : [.. weight.FloatData];
        bool plain = node.OpType is "Gemm" && Number(node, "alpha", 1) == 1 && Integer(node, "transA", 0) == 0;
        bool columns = (plain && Integer(node, "transB", 0) != 0) || node.OpType == "Conv";
        bool rows = (plain && !columns) || node.OpType is "MatMul" or "ConvTranspose";
        bool whole = weight.Dims.Count >= 2 && Integer(node, "group", 1) == 1;
        return !whole ? null
            : rows && weight.Dims[0] == zdim ? values
            : columns && weight.Dims[1] == zdim && weight.Dims.Skip(2).All(side => side == 1) ? Transposed(values, zdim)
            : null;
    }

    private static float[] Transposed(float[] values, int columns)
    {
        int rows = values.Length / columns;
        var result = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            result[(i % columns * rows) + (i / columns)] = values[i];
        }

        return result;
    }

    private static long Integer(NodeProto node, string name, long otherwise) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name)?.I ?? otherwise;

    private static float Number(NodeProto node, string name, float otherwise) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name)?.F ?? otherwise;
}
