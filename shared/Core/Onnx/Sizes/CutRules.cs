using static LatentWalk.Core.Onnx.Sizes.ElementRules;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Operators that take parts of a tensor, pick from it, or put a border around it.</summary>
internal static class CutRules
{
    public static IEnumerable<KeyValuePair<string, Func<SizedNode, GraphValue[]>>> All =>
    [
        Rule("Slice", node => [Slice(node)]),
        Rule("Split", Split),
        Rule("Gather", node => [Gather(node)]),
        Rule("GatherElements", node => [node.Make(node[0].Type, node[1].Dims)]),
        Rule("GatherND", node => [GatherPlaces(node)]),
        Rule("Pad", node => [Pad(node)]),
    ];

    private static GraphValue Slice(SizedNode node)
    {
        var x = node[0];
        bool asInputs = node.Optional(1) is not null;
        long[] starts = Bound(node, "starts", 1, asInputs), ends = Bound(node, "ends", 2, asInputs);
        long[] axes = (asInputs ? Optional(node, 3, "axes") : node.Integers("axes")) ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        long[] steps = (asInputs ? Optional(node, 4, "steps") : null) ?? [.. Enumerable.Repeat(1L, starts.Length)];
        node.Require(ends.Length == starts.Length && axes.Length == starts.Length && steps.Length == starts.Length && !steps.Contains(0), $"cuts {x.Shape} by lists of different lengths or steps of 0");
        long[] dims = [.. x.Dims], first = new long[x.Rank], step = [.. Enumerable.Repeat(1L, x.Rank)];
        for (int i = 0; i < starts.Length; i++)
        {
            int axis = node.Axis(axes[i], x.Rank);
            long size = x.Dims[axis];
            step[axis] = steps[i];
            first[axis] = Inside(starts[i], size, steps[i] < 0 ? size - 1 : size, 0);
            long end = Inside(ends[i], size, steps[i] < 0 ? size - 1 : size, steps[i] < 0 ? -1 : 0);
            Int128 room = (Int128)end - first[axis];
            dims[axis] = size == 0 ? 0 : (long)Int128.Max(0, (room + steps[i] - Math.Sign(steps[i])) / steps[i]);
        }

        var from = new long[x.Rank];
        return node.Make(x.Type, dims, x.Numbers is null ? null : Places.Fill(dims, place =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                from[i] = first[i] + (place[i] * step[i]);
            }

            return Places.At(x, from);
        }));
    }

    private static long Inside(long bound, long size, long highest, long lowest) =>
        Math.Min(Math.Max(bound < 0 ? bound + size : bound, lowest), highest);

    private static long[] Bound(SizedNode node, string name, int input, bool asInput) =>
        (asInput ? Optional(node, input, name) : node.Integers(name)) ?? throw node.Refuse($"has no {name}");

    private static long[]? Optional(SizedNode node, int input, string name) =>
        node.Optional(input) is null ? null : node.KnownIntegers(input, name);

    private static GraphValue[] Split(SizedNode node)
    {
        var x = node[0];
        int axis = node.Axis(node.Integer("axis", 0), x.Rank);
        long size = x.Dims[axis];
        int count = node.OutputCount;
        long piece = (size + count - 1) / Math.Max(1, count);
        long[] sizes = node.Setting("split", 1) ?? [.. Enumerable.Range(0, count).Select(i => Math.Clamp(size - (i * piece), 0, piece))];
        node.Require(sizes.Length == count && sizes.All(part => part >= 0 && part <= size) && sizes.Sum() == size, $"splits {x.Shape} into [{string.Join(", ", sizes)}]");
        var made = new GraphValue[count];
        long done = 0;
        for (int i = 0; i < count; i++)
        {
            long[] dims = [.. x.Dims];
            dims[axis] = sizes[i];
            long start = done;
            made[i] = node.Make(x.Type, dims, x.Numbers is null ? null : Places.Fill(dims, place =>
            {
                long[] from = place.ToArray();
                from[axis] += start;
                return Places.At(x, from);
            }));
            done += sizes[i];
        }

        return made;
    }

    private static GraphValue Gather(SizedNode node)
    {
        var (x, which) = (node[0], node[1]);
        int axis = node.Axis(node.Integer("axis", 0), x.Rank);
        long[] dims = [.. x.Dims.AsSpan(0, axis), .. which.Dims, .. x.Dims.AsSpan(axis + 1)];
        bool known = x.Numbers is not null && which.Numbers is not null && node.IsFew(dims);
        if (known)
        {
            node.Require(which.Numbers!.All(index => index >= -x.Dims[axis] && index < x.Dims[axis]), $"picks from outside {x.Shape}");
        }

        return node.Make(x.Type, dims, !known ? null : Places.Fill(dims, place =>
        {
            double index = Places.At(which, place.Slice(axis, which.Rank));
            return Places.At(x, [.. place[..axis], (long)(index < 0 ? index + x.Dims[axis] : index), .. place[(axis + which.Rank)..]]);
        }));
    }

    private static GraphValue GatherPlaces(SizedNode node)
    {
        var (x, places) = (node[0], node[1]);
        long batch = node.Integer("batch_dims", 0);
        long depth = places.Rank > 0 ? places.Dims[^1] : 0;
        node.Require(batch >= 0 && batch < places.Rank && depth >= 1 && batch + depth <= x.Rank, $"picks from {x.Shape} by {places.Shape}");
        return node.Make(x.Type, [.. places.Dims.AsSpan(..^1), .. x.Dims.AsSpan((int)(batch + depth))]);
    }

    private static GraphValue Pad(SizedNode node)
    {
        var x = node[0];
        long[] pads = node.Setting("pads", 1) ?? throw node.Refuse("has no pads");
        long[] axes = Optional(node, 3, "axes") ?? [.. Enumerable.Range(0, x.Rank).Select(axis => (long)axis)];
        node.Require(pads.Length == 2 * axes.Length && pads.All(pad => Math.Abs(pad) <= OnnxLimits.Default.TensorBytes), $"pads {x.Shape} by [{string.Join(", ", pads)}]");
        long[] dims = [.. x.Dims];
        for (int i = 0; i < axes.Length; i++)
        {
            dims[node.Axis(axes[i], x.Rank)] += pads[i] + pads[i + axes.Length];
        }

        return node.Make(x.Type, dims);
    }
}
