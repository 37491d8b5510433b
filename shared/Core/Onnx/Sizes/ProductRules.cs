using static LatentWalk.Core.Onnx.Sizes.ElementRules;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Matrix products.</summary>
internal static class ProductRules
{
    public static IEnumerable<KeyValuePair<string, Func<SizedNode, GraphValue[]>>> All =>
    [
        Rule("MatMul", node => [Product(node, node[0], node[1], node[0].Type)]),
        Rule("MatMulInteger", node => [Product(node, node[0], node[1], OnnxElementType.Int32)]),
        Rule("QLinearMatMul", node => [Product(node, node[0], node[3], node[7].Type)]),
        Rule("Gemm", node => [Gemm(node)]),
        Rule("Einsum", node => [Einsum(node)]),
    ];

    private static GraphValue Product(SizedNode node, GraphValue a, GraphValue b, OnnxElementType type)
    {
        node.Require(a.Rank > 0 && b.Rank > 0, $"multiplies {a.Shape} by {b.Shape}");
        long[] left = a.Rank == 1 ? [1, a.Dims[0]] : a.Dims;
        long[] right = b.Rank == 1 ? [b.Dims[0], 1] : b.Dims;
        node.Require(left[^1] == right[^2], $"multiplies {a.Shape} by {b.Shape}");
        List<long> dims = [.. Broadcast(node, left.AsSpan(..^2), right.AsSpan(..^2))];
        if (a.Rank > 1)
        {
            dims.Add(left[^2]);
        }

        if (b.Rank > 1)
        {
            dims.Add(right[^1]);
        }

        var made = node.Make(type, [.. dims]);
        node.Multiplications = GraphValue.Times(made.Count, left[^1]);
        return made;
    }

    private static GraphValue Gemm(SizedNode node)
    {
        var (a, b) = (node[0], node[1]);
        node.Require(a.Rank == 2 && b.Rank == 2, $"multiplies {a.Shape} by {b.Shape}");
        bool turnA = node.Integer("transA", 0) != 0, turnB = node.Integer("transB", 0) != 0;
        long inner = turnA ? a.Dims[0] : a.Dims[1];
        node.Require(inner == (turnB ? b.Dims[1] : b.Dims[0]), $"multiplies {a.Shape} by {b.Shape}");
        long[] dims = [turnA ? a.Dims[1] : a.Dims[0], turnB ? b.Dims[0] : b.Dims[1]];
        if (node.Optional(2) is { } bias)
        {
            node.Require(Broadcast(node, dims, bias.Dims).AsSpan().SequenceEqual(dims), $"adds {bias.Shape} to [{string.Join(", ", dims)}]");
        }

        var made = node.Make(a.Type, dims);
        node.Multiplications = GraphValue.Times(made.Count, inner);
        return made;
    }

    // Letters only, as exporters write it: "bij,bjk->bik".
    private static GraphValue Einsum(SizedNode node)
    {
        string equation = node.Text("equation", "").Replace(" ", "", StringComparison.Ordinal);
        string[] sides = equation.Split("->");
        string[] terms = sides[0].Split(',');
        node.Require(sides.Length == 2 && terms.Length == node.InputCount && equation.All(c => char.IsAsciiLetter(c) || c is ',' or '-' or '>'), $"has the equation '{equation}', expected letters such as 'ij,jk->ik'");
        var sizes = new Dictionary<char, long>();
        for (int i = 0; i < terms.Length; i++)
        {
            node.Require(terms[i].Length == node[i].Rank, $"has the equation '{equation}' for {node[i].Shape}");
            for (int k = 0; k < terms[i].Length; k++)
            {
                long size = node[i].Dims[k];
                node.Require(sizes.TryAdd(terms[i][k], size) || sizes[terms[i][k]] == size, $"has the equation '{equation}' for {node[i].Shape}");
            }
        }

        node.Require(sides[1].All(sizes.ContainsKey), $"has the equation '{equation}'");
        // ONNX Runtime multiplies out term by term; what it keeps meanwhile is at most everything against everything.
        node.Multiplications = GraphValue.Product([.. sizes.Values]);
        return node.Make(node[0].Type, [.. sides[1].Select(letter => sizes[letter])]);
    }
}
