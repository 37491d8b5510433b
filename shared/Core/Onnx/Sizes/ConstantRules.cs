using static LatentWalk.Core.Onnx.Sizes.ElementRules;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Operators that make tensors out of numbers in the file, or out of shapes.</summary>
internal static class ConstantRules
{
    public static IEnumerable<KeyValuePair<string, Func<SizedNode, GraphValue[]>>> All =>
    [
        Rule("Constant", node => [Constant(node)]),
        Rule("ConstantOfShape", node => [Filled(node)]),
        Rule("EyeLike", node => [node.Like(node[0], node.Has("dtype") ? ElementRules.Type(node, node.Integer("dtype", 0)) : null)]),
        Rule("OneHot", node => [OneHot(node)]),
        Rule("Range", node => [Range(node)]),
        Rule("Shape", node => [Shape(node)]),
        Rule("Size", node => [node.Make(OnnxElementType.Int64, [], [node[0].Count])]),
    ];

    private static GraphValue Constant(SizedNode node)
    {
        if (node.Attribute("value")?.Tensor is { } tensor)
        {
            return node.Make(tensor.Type, tensor.Dims, tensor.Numbers);
        }

        foreach (string name in (string[])["value_float", "value_int", "value_floats", "value_ints"])
        {
            if (node.Attribute(name) is { } found)
            {
                var type = name.StartsWith("value_float", StringComparison.Ordinal) ? OnnxElementType.Float32 : OnnxElementType.Int64;
                return node.Make(type, name.EndsWith('s') ? [found.Count] : [], found.Numbers);
            }
        }

        throw node.Refuse("has no value made of numbers");
    }

    private static GraphValue Filled(SizedNode node)
    {
        long[] dims = node.KnownIntegers(0, "shape");
        var value = node.Attribute("value")?.Tensor;
        bool few = Array.TrueForAll(dims, dim => dim >= 0) && node.IsFew(dims);
        double? number = value is null ? 0 : value.Numbers?.FirstOrDefault();
        return node.Make(value?.Type ?? OnnxElementType.Float32, dims, few && number is double known ? Places.Fill(dims, _ => known) : null);
    }

    private static GraphValue OneHot(SizedNode node)
    {
        var indices = node[0];
        long depth = (long)Math.Clamp(node.KnownNumber(1, "depth"), -1, 1L << 40);
        int axis = node.Axis(node.Integer("axis", -1), indices.Rank + 1);
        return node.Make(node[2].Type, [.. indices.Dims.AsSpan(0, axis), depth, .. indices.Dims.AsSpan(axis)]);
    }

    private static GraphValue Range(SizedNode node)
    {
        double start = node.KnownNumber(0, "start"), end = node.KnownNumber(1, "end"), step = node.KnownNumber(2, "step");
        double count = Math.Max(0, Math.Ceiling((end - start) / step));
        node.Require(count <= OnnxLimits.Default.TensorBytes, $"counts from {start} to {end} by {step}");
        long[] dims = [(long)count];
        return node.Make(node[0].Type, dims, node.IsFew(dims) ? Places.Fill(dims, place => start + (place[0] * step)) : null);
    }

    private static GraphValue Shape(SizedNode node)
    {
        var dims = node[0].Dims;
        int first = Clamp(node.Integer("start", 0), dims.Length), end = Clamp(node.Integer("end", dims.Length), dims.Length);
        double[] part = [.. dims.Skip(first).Take(Math.Max(0, end - first)).Select(dim => (double)dim)];
        return node.Make(OnnxElementType.Int64, [part.Length], part);
    }

    private static int Clamp(long index, int rank) => (int)Math.Clamp(index < 0 ? index + rank : index, 0, rank);
}
