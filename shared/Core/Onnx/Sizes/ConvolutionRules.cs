using static LatentWalk.Core.Onnx.Sizes.ElementRules;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Convolutions and pools: sizes by stride, dilation and padding, as ONNX defines them.</summary>
internal static class ConvolutionRules
{
    public static IEnumerable<KeyValuePair<string, Func<SizedNode, GraphValue[]>>> All =>
    [
        Rule("Conv", node => [Convolution(node, node[0], node[1], node[0].Type)]),
        Rule("ConvInteger", node => [Convolution(node, node[0], node[1], OnnxElementType.Int32, keepsColumns: true)]),
        Rule("QLinearConv", node => [Convolution(node, node[0], node[3], node[7].Type)]),
        Rule("ConvTranspose", node => [Transposed(node)]),
        Rule("AveragePool", node => [Pool(node)]),
        Rule("MaxPool", node => [Pool(node), Pool(node) with { Type = OnnxElementType.Int64 }]),
        Rule("GlobalAveragePool", node => [Global(node)]),
        Rule("GlobalMaxPool", node => [Global(node)]),
    ];

    private static GraphValue Convolution(SizedNode node, GraphValue x, GraphValue w, OnnxElementType type, bool keepsColumns = false)
    {
        var windows = Windows.Of(node, x, w.Dims.AsSpan(Math.Min(2, w.Rank)));
        long groups = node.Integer("group", 1);
        node.Require(w.Rank == x.Rank && groups >= 1 && x.Dims[1] == GraphValue.Times(w.Dims[1], groups) && w.Dims[0] % groups == 0, $"convolves {x.Shape} with {w.Shape} in {groups} groups");
        var made = node.Make(type, [x.Dims[0], w.Dims[0], .. windows.Shrunk()]);
        long reach = GraphValue.Times(w.Dims[1], GraphValue.Product(windows.Kernel));
        node.Multiplications = GraphValue.Times(made.Count, reach);
        node.ScratchBytes = keepsColumns ? GraphValue.Times(GraphValue.Times(made.Count / Math.Max(1, w.Dims[0]), reach), groups) : 0;
        return made;
    }

    private static GraphValue Transposed(SizedNode node)
    {
        var (x, w) = (node[0], node[1]);
        var windows = Windows.Of(node, x, w.Dims.AsSpan(Math.Min(2, w.Rank)));
        long groups = node.Integer("group", 1);
        node.Require(w.Rank == x.Rank && groups >= 1 && x.Dims[1] == w.Dims[0] && w.Dims[0] % groups == 0, $"convolves {x.Shape} with {w.Shape} in {groups} groups");
        var made = node.Make(x.Type, [x.Dims[0], GraphValue.Times(w.Dims[1], groups), .. windows.Grown()]);
        long reach = GraphValue.Times(w.Dims[1], GraphValue.Product(windows.Kernel));
        node.Multiplications = GraphValue.Times(x.Count, reach);

        // ONNX Runtime multiplies first and adds the columns up afterwards, one picture and group at a time.
        node.ScratchBytes = GraphValue.Times(GraphValue.Times(GraphValue.Product(x.Dims.AsSpan(2)), reach), x.Type.Bytes);
        return made;
    }

    private static GraphValue Pool(SizedNode node)
    {
        long[] kernel = node.Integers("kernel_shape") ?? throw node.Refuse("has no kernel_shape");
        var windows = Windows.Of(node, node[0], kernel);
        var made = node.Make(node[0].Type, [.. node[0].Dims.AsSpan(0, 2), .. windows.Shrunk(node.Integer("ceil_mode", 0) != 0)]);
        node.Multiplications = GraphValue.Times(made.Count, GraphValue.Product(kernel));
        return made;
    }

    private static GraphValue Global(SizedNode node)
    {
        node.Require(node[0].Rank >= 3, $"pools {node[0].Shape}");
        return node.Make(node[0].Type, [.. node[0].Dims.AsSpan(0, 2), .. Enumerable.Repeat(1L, node[0].Rank - 2)]);
    }
}
