namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Operators that work value by value, or keep the shape of their first input.</summary>
internal static class ElementRules
{
    private static readonly string[] SameShape =
    [
        "Celu", "CumSum", "Elu", "Erf", "Gelu", "GroupNormalization", "HardSigmoid", "HardSwish", "InstanceNormalization", "LeakyRelu",
        "LogSoftmax", "LpNormalization", "LRN", "MeanVarianceNormalization", "Mish", "ScatterElements",
        "Selu", "Softmax", "Softplus", "Softsign", "ThresholdedRelu", "Trilu",
    ];

    public static IEnumerable<KeyValuePair<string, Func<SizedNode, GraphValue[]>>> All =>
    [
        .. SameShape.Select(name => Rule(name, node => [node.Like(node[0])])),
        .. ElementMath.One.Select(pair => Rule(pair.Key, node => [One(node, pair.Value)])),
        .. ElementMath.Two.Select(pair => Rule(pair.Key, node => [Many(node, pair.Value)])),
        .. ElementMath.Comparisons.Select(pair => Rule(pair.Key, node => [Many(node, pair.Value, OnnxElementType.Bool)])),
        Rule("Where", node => [Choose(node)]),
        Rule("PRelu", node => [node.Make(node[0].Type, Broadcast(node, node[0].Dims, node[1].Dims))]),
        Rule("Clip", node => [Clip(node)]),
        Rule("ScatterND", node => [node.Like(node[0])]),
        Rule("Identity", node => [node.Like(node[0], numbers: node[0].Numbers)]),
        Rule("Dropout", node => [node.Like(node[0]), node.Like(node[0], OnnxElementType.Bool)]),
        Rule("BatchNormalization", Normalised),
        Rule("LayerNormalization", node => [node.Like(node[0]), node.Like(node[0]), node.Like(node[0])]),
        Rule("Cast", node => [Cast(node, Type(node, node.Integer("to", 0)))]),
        Rule("CastLike", node => [Cast(node, node[1].Type)]),
        Rule("QuantizeLinear", node => [node.Like(node[0], node.Optional(2)?.Type ?? OnnxElementType.Uint8)]),
        Rule("DequantizeLinear", node => [node.Like(node[0], node[1].Type)]),
        Rule("DynamicQuantizeLinear", node => [node.Like(node[0], OnnxElementType.Uint8), node.Make(OnnxElementType.Float32, []), node.Make(OnnxElementType.Uint8, [])]),
    ];

    /// <summary>The shape of values combined element by element: numpy's rule.</summary>
    public static long[] Broadcast(SizedNode node, ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        var result = new long[Math.Max(a.Length, b.Length)];
        for (int i = 1; i <= result.Length; i++)
        {
            long left = i <= a.Length ? a[^i] : 1, right = i <= b.Length ? b[^i] : 1;
            node.Require(left == right || left == 1 || right == 1, $"combines shapes [{string.Join(", ", a.ToArray())}] and [{string.Join(", ", b.ToArray())}]");
            result[^i] = left == 1 ? right : left;
        }

        return result;
    }

    public static OnnxElementType Type(SizedNode node, long number) =>
        OnnxElementType.Of(number) ?? throw node.Refuse($"makes element type number {number}, expected numbers such as float32");

    internal static KeyValuePair<string, Func<SizedNode, GraphValue[]>> Rule(string name, Func<SizedNode, GraphValue[]> rule) => new(name, rule);

    /// <summary>The value at a place of a larger shape that <paramref name="value"/> is spread over.</summary>
    internal static double At(GraphValue value, ReadOnlySpan<long> place)
    {
        long index = 0;
        for (int i = 0; i < value.Rank; i++)
        {
            long at = place[place.Length - value.Rank + i];
            index = (index * value.Dims[i]) + (value.Dims[i] == 1 ? 0 : at);
        }

        return value.Numbers![index];
    }

    private static GraphValue One(SizedNode node, Func<double, double>? function) =>
        node.Like(node[0], numbers: function is null ? null : node[0].Numbers?.Select(function).ToArray());

    private static GraphValue Many(SizedNode node, Func<double, double, double>? function, OnnxElementType? type = null)
    {
        GraphValue[] given = [.. node.Given];
        node.Require(given.Length > 0, "has no inputs");
        var sum = given[0];
        foreach (var next in given.Skip(1))
        {
            long[] dims = Broadcast(node, sum.Dims, next.Dims);
            var (left, right) = (sum, next);
            bool whole = sum.Type.IsInteger && node.Operation == "Div";
            double[]? numbers = function is null || sum.Numbers is null || next.Numbers is null || !node.IsFew(dims)
                ? null
                : Places.Fill(dims, place => function(At(left, place), At(right, place)) is var value && whole ? Math.Truncate(value) : value);
            sum = node.Make(sum.Type, dims, numbers);
        }

        return type is null ? sum : sum with { Type = type };
    }

    private static GraphValue Choose(SizedNode node)
    {
        var (which, yes, no) = (node[0], node[1], node[2]);
        long[] dims = Broadcast(node, Broadcast(node, which.Dims, yes.Dims), no.Dims);
        bool known = which.Numbers is not null && yes.Numbers is not null && no.Numbers is not null && node.IsFew(dims);
        return node.Make(yes.Type, dims, known ? Places.Fill(dims, place => At(which, place) != 0 ? At(yes, place) : At(no, place)) : null);
    }

    private static GraphValue Clip(SizedNode node)
    {
        double? lowest = node.Numbers("min")?[0] ?? node.Optional(1)?.Numbers?.FirstOrDefault(), highest = node.Numbers("max")?[0] ?? node.Optional(2)?.Numbers?.FirstOrDefault();
        bool known = (node.Optional(1) is null || lowest is not null) && (node.Optional(2) is null || highest is not null);
        return node.Like(node[0], numbers: known
            ? node[0].Numbers?.Select(value => Math.Min(Math.Max(value, lowest ?? double.NegativeInfinity), highest ?? double.PositiveInfinity)).ToArray()
            : null);
    }

    private static GraphValue[] Normalised(SizedNode node)
    {
        node.Require(node[0].Rank >= 2, $"normalises {node[0].Shape}");
        var channels = node.Make(node[0].Type, [node[0].Dims[1]]);
        return [node.Like(node[0]), channels, channels, channels, channels];
    }

    private static GraphValue Cast(SizedNode node, OnnxElementType type)
    {
        Func<double, double> convert = type == OnnxElementType.Bool ? value => value != 0 ? 1 : 0 : type.IsInteger ? Math.Truncate : value => value;
        return node.Like(node[0], type, node[0].Numbers?.Select(convert).ToArray());
    }
}
