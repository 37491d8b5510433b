using static LatentWalk.Core.Onnx.Sizes.ElementRules;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Operators that enlarge or shrink pictures by interpolation.</summary>
internal static class ResampleRules
{
    public static IEnumerable<KeyValuePair<string, Func<SizedNode, GraphValue[]>>> All =>
    [
        Rule("Resize", node => [Resize(node)]),
        Rule("Upsample", node => [Scaled(node, node[0], Axes(node, node[0]), node.Numbers("scales") ?? node.Known(1, "scales"))]),
        Rule("GridSample", node => [GridSample(node)]),
    ];

    private static GraphValue Resize(SizedNode node)
    {
        var x = node[0];
        int[] axes = Axes(node, x);
        int scales = node.Opset >= 11 ? 2 : 1;
        if (node.Optional(3) is { Count: > 0 })
        {
            long[] sides = node.KnownIntegers(3, "sizes");
            node.Require(sides.Length == axes.Length && sides.All(side => side >= 0 && side <= OnnxLimits.Default.TensorBytes), $"resizes {x.Shape} to [{string.Join(", ", sides)}]");
            string policy = node.Text("keep_aspect_ratio_policy", "stretch");
            if (policy == "stretch")
            {
                return Sized(node, x, axes, sides);
            }

            node.Require(policy is "not_larger" or "not_smaller", $"keeps the aspect ratio by '{policy}'");
            double[] ratios = [.. sides.Select((side, i) => (double)side / Math.Max(1, x.Dims[axes[i]]))];
            double ratio = ratios.Length == 0 ? 1 : policy == "not_larger" ? ratios.Min() : ratios.Max();
            return Sized(node, x, axes, [.. axes.Select(axis => (long)Math.Round(ratio * x.Dims[axis]))]);
        }

        return Scaled(node, x, axes, node.Known(scales, "scales"));
    }

    private static GraphValue Scaled(SizedNode node, GraphValue x, int[] axes, double[] scales)
    {
        node.Require(scales.Length == axes.Length && scales.All(scale => scale > 0 && scale <= OnnxLimits.Default.TensorBytes), $"scales {x.Shape} by [{string.Join(", ", scales)}]");
        return Sized(node, x, axes, [.. axes.Select((axis, i) => (long)Math.Floor(x.Dims[axis] * scales[i]))]);
    }

    private static GraphValue Sized(SizedNode node, GraphValue x, int[] axes, long[] sides)
    {
        long[] dims = [.. x.Dims];
        for (int i = 0; i < axes.Length; i++)
        {
            dims[axes[i]] = sides[i];
        }

        // Cubic interpolation weighs sixteen neighbours.
        var made = node.Make(x.Type, dims);
        node.Multiplications = GraphValue.Times(made.Count, 16);
        return made;
    }

    private static int[] Axes(SizedNode node, GraphValue x) =>
        [.. (node.Integers("axes") ?? [.. Enumerable.Range(0, x.Rank).Select(axis => (long)axis)]).Select(axis => node.Axis(axis, x.Rank))];

    private static GraphValue GridSample(SizedNode node)
    {
        var (x, grid) = (node[0], node[1]);
        node.Require(x.Rank == 4 && grid.Rank == 4 && grid.Dims[3] == 2 && grid.Dims[0] == x.Dims[0], $"samples {x.Shape} at {grid.Shape}");
        return node.Make(x.Type, [x.Dims[0], x.Dims[1], grid.Dims[1], grid.Dims[2]]);
    }
}
