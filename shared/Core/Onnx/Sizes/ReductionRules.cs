using static LatentWalk.Core.Onnx.Sizes.ElementRules;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Sums, means and extremes over dimensions.</summary>
internal static class ReductionRules
{
    private static readonly string[] Reductions =
        ["ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum", "ReduceSumSquare"];

    public static IEnumerable<KeyValuePair<string, Func<SizedNode, GraphValue[]>>> All =>
    [
        .. Reductions.Select(name => Rule(name, node => [Reduce(node)])),
        Rule("ArgMax", node => [Extreme(node)]),
        Rule("ArgMin", node => [Extreme(node)]),
    ];

    private static GraphValue Reduce(SizedNode node)
    {
        var x = node[0];
        long[] axes = node.Setting("axes", 1) ?? [];
        if (axes.Length == 0 && node.Integer("noop_with_empty_axes", 0) != 0)
        {
            return node.Like(x, numbers: x.Numbers);
        }

        var over = new bool[x.Rank];
        foreach (long axis in axes)
        {
            over[node.Axis(axis, x.Rank)] = true;
        }

        if (axes.Length == 0)
        {
            Array.Fill(over, true);
        }

        bool all = Array.TrueForAll(over, reduced => reduced);
        return node.Make(x.Type, Without(x.Dims, over, node.Integer("keepdims", 1) != 0), all && x.Numbers is not null ? Whole(node, x.Numbers) : null);
    }

    private static double[]? Whole(SizedNode node, double[] numbers) => node.Operation switch
    {
        "ReduceProd" => [numbers.Aggregate(1.0, (product, value) => product * value)],
        "ReduceSum" => [numbers.Sum()],
        "ReduceMax" when numbers.Length > 0 => [numbers.Max()],
        "ReduceMin" when numbers.Length > 0 => [numbers.Min()],
        _ => null,
    };

    private static GraphValue Extreme(SizedNode node)
    {
        var over = new bool[node[0].Rank];
        over[node.Axis(node.Integer("axis", 0), over.Length)] = true;
        return node.Make(OnnxElementType.Int64, Without(node[0].Dims, over, node.Integer("keepdims", 1) != 0));
    }

    private static long[] Without(long[] dims, bool[] over, bool keep)
    {
        var left = new List<long>();
        for (int i = 0; i < dims.Length; i++)
        {
            if (!over[i] || keep)
            {
                left.Add(over[i] ? 1 : dims[i]);
            }
        }

        return [.. left];
    }
}
