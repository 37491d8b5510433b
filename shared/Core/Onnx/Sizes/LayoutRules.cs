using static LatentWalk.Core.Onnx.Sizes.ElementRules;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Operators that arrange the same values differently, repeat them, or join them.</summary>
internal static class LayoutRules
{
    public static IEnumerable<KeyValuePair<string, Func<SizedNode, GraphValue[]>>> All =>
    [
        Rule("Reshape", node => [Reshape(node)]),
        Rule("Flatten", node => [Flatten(node)]),
        Rule("Squeeze", node => [Squeeze(node)]),
        Rule("Unsqueeze", node => [Unsqueeze(node)]),
        Rule("Transpose", node => [Transpose(node)]),
        Rule("Expand", node => [Expand(node)]),
        Rule("Tile", node => [Tile(node)]),
        Rule("Concat", node => [Concat(node)]),
        Rule("DepthToSpace", node => [Blocks(node, toSpace: true)]),
        Rule("SpaceToDepth", node => [Blocks(node, toSpace: false)]),
    ];

    private static GraphValue Reshape(SizedNode node)
    {
        var x = node[0];
        long[] wanted = node.KnownIntegers(1, "shape");
        bool zeroIsZero = node.Integer("allowzero", 0) != 0;
        var dims = new long[wanted.Length];
        int free = -1;
        for (int i = 0; i < dims.Length; i++)
        {
            node.Require(wanted[i] >= -1 && (wanted[i] >= 0 || free < 0) && (wanted[i] != 0 || zeroIsZero || i < x.Rank), $"reshapes {x.Shape} to [{string.Join(", ", wanted)}]");
            free = wanted[i] == -1 ? i : free;
            dims[i] = wanted[i] == -1 ? 1 : wanted[i] == 0 && !zeroIsZero ? x.Dims[i] : wanted[i];
        }

        long product = GraphValue.Product(dims);
        if (free >= 0)
        {
            node.Require(product > 0 && x.Count % product == 0, $"reshapes {x.Shape} to [{string.Join(", ", wanted)}]");
            dims[free] = x.Count / product;
        }

        node.Require(GraphValue.Product(dims) == x.Count, $"reshapes {x.Shape} to [{string.Join(", ", wanted)}]");
        return node.Make(x.Type, dims, x.Numbers);
    }

    private static GraphValue Flatten(SizedNode node)
    {
        var x = node[0];
        long axis = node.Integer("axis", 1);
        axis += axis < 0 ? x.Rank : 0;
        node.Require(axis >= 0 && axis <= x.Rank, $"flattens {x.Shape} at {axis}");
        return node.Make(x.Type, [GraphValue.Product(x.Dims.AsSpan(0, (int)axis)), GraphValue.Product(x.Dims.AsSpan((int)axis))], x.Numbers);
    }

    private static GraphValue Squeeze(SizedNode node)
    {
        var x = node[0];
        bool[] gone = Marked(node, node.Setting("axes", 1), x.Rank) ?? [.. x.Dims.Select(dim => dim == 1)];
        node.Require(!gone.Where((leaves, i) => leaves && x.Dims[i] != 1).Any(), $"takes dimensions other than 1 from {x.Shape}");
        return node.Make(x.Type, [.. x.Dims.Where((_, i) => !gone[i])], x.Numbers);
    }

    private static GraphValue Unsqueeze(SizedNode node)
    {
        var x = node[0];
        long[] axes = node.Setting("axes", 1) ?? throw node.Refuse("has no axes");
        node.Require(axes.Length <= OnnxLimits.Default.Dimensions, $"adds {axes.Length} dimensions");
        bool[] added = Marked(node, axes, x.Rank + axes.Length)!;
        node.Require(added.Count(yes => yes) == axes.Length, "adds one dimension twice");
        int next = 0;
        return node.Make(x.Type, [.. added.Select(yes => yes ? 1 : x.Dims[next++])], x.Numbers);
    }

    private static bool[]? Marked(SizedNode node, long[]? axes, int rank)
    {
        if (axes is null)
        {
            return null;
        }

        var marked = new bool[rank];
        foreach (long axis in axes)
        {
            marked[node.Axis(axis, rank)] = true;
        }

        return marked;
    }

    private static GraphValue Transpose(SizedNode node)
    {
        var x = node[0];
        long[] order = node.Integers("perm") ?? [.. Enumerable.Range(0, x.Rank).Reverse().Select(axis => (long)axis)];
        node.Require(order.Length == x.Rank && order.Order().SequenceEqual(Enumerable.Range(0, x.Rank).Select(axis => (long)axis)), $"orders {x.Shape} by [{string.Join(", ", order)}]");
        long[] dims = [.. order.Select(axis => x.Dims[axis])];
        var from = new long[x.Rank];
        return node.Make(x.Type, dims, x.Numbers is null ? null : Places.Fill(dims, place =>
        {
            for (int i = 0; i < order.Length; i++)
            {
                from[order[i]] = place[i];
            }

            return Places.At(x, from);
        }));
    }

    private static GraphValue Expand(SizedNode node)
    {
        var x = node[0];
        long[] dims = Broadcast(node, x.Dims, node.KnownIntegers(1, "shape"));
        return node.Make(x.Type, dims, x.Numbers is not null && node.IsFew(dims) ? Places.Fill(dims, place => ElementRules.At(x, place)) : null);
    }

    private static GraphValue Tile(SizedNode node)
    {
        var x = node[0];
        long[] times = node.KnownIntegers(1, "repeats");
        node.Require(times.Length == x.Rank && times.All(count => count >= 0), $"repeats {x.Shape} by [{string.Join(", ", times)}]");
        long[] dims = [.. x.Dims.Zip(times, GraphValue.Times)];
        var from = new long[x.Rank];
        return node.Make(x.Type, dims, x.Numbers is null || !node.IsFew(dims) ? null : Places.Fill(dims, place =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                from[i] = place[i] % x.Dims[i];
            }

            return Places.At(x, from);
        }));
    }

    private static GraphValue Concat(SizedNode node)
    {
        GraphValue[] parts = [.. node.Given];
        node.Require(parts.Length > 0, "has no inputs");
        var first = parts[0];
        int axis = node.Axis(node.Integer("axis", 0), first.Rank);
        foreach (var part in parts)
        {
            node.Require(part.Rank == first.Rank && !part.Dims.Where((dim, i) => i != axis && dim != first.Dims[i]).Any(), $"joins {first.Shape} and {part.Shape}");
        }

        long[] dims = [.. first.Dims];
        dims[axis] = parts.Sum(part => part.Dims[axis]);
        bool known = parts.All(part => part.Numbers is not null) && node.IsFew(dims);
        return node.Make(first.Type, dims, known ? Places.Fill(dims, place => Joined(parts, axis, place.ToArray())) : null);
    }

    private static double Joined(GraphValue[] parts, int axis, long[] place)
    {
        int part = 0;
        while (place[axis] >= parts[part].Dims[axis])
        {
            place[axis] -= parts[part++].Dims[axis];
        }

        return Places.At(parts[part], place);
    }

    private static GraphValue Blocks(SizedNode node, bool toSpace)
    {
        var x = node[0];
        long side = node.Integer("blocksize", 0);
        node.Require(side >= 1 && x.Rank == 4, $"turns {x.Shape} by blocks of {side}");
        long square = side * side;
        node.Require(toSpace ? x.Dims[1] % square == 0 : x.Dims[2] % side == 0 && x.Dims[3] % side == 0, $"turns {x.Shape} by blocks of {side}");
        return node.Make(x.Type, toSpace
            ? [x.Dims[0], x.Dims[1] / square, x.Dims[2] * side, x.Dims[3] * side]
            : [x.Dims[0], x.Dims[1] * square, x.Dims[2] / side, x.Dims[3] / side]);
    }
}
