using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>
/// Works out the shape of every tensor in a graph for one run, without running it, and refuses what would take more memory
/// or time than any generator: a file of a few hundred bytes can ask ONNX Runtime for terabytes, some of it while it is
/// loaded. Small integer tensors are computed on the way, because exporters make shapes of them. A free dimension counts as 1.
/// </summary>
internal sealed class GraphSizes(string path, OnnxLimits limits, long opset)
{
    private readonly Dictionary<string, GraphValue> _values = new(StringComparer.Ordinal);
    private long _live, _peak, _derived, _weightUse, _multiplications, _made;

    public GraphCost Work(
        IReadOnlyList<OnnxValue> inputs, IReadOnlyDictionary<string, OnnxTensor> constants, IReadOnlyList<OnnxNode> nodes, IReadOnlyList<OnnxValue> outputs)
    {
        foreach (var input in inputs)
        {
            _values[input.Name] = Declared(input);
        }

        foreach (var constant in constants.Values)
        {
            _values[constant.Name] = new GraphValue(constant.Type, constant.Dims, constant.Numbers) { IsConstant = true };
        }

        var lastUse = LastUses(nodes, outputs);
        for (int i = 0; i < nodes.Count; i++)
        {
            Work(nodes[i]);
            Release(nodes[i], i, lastUse);
        }

        return new GraphCost(outputs.ToDictionary(output => output.Name, MadeShape, StringComparer.Ordinal), _peak);
    }

    private static Dictionary<string, int> LastUses(IReadOnlyList<OnnxNode> nodes, IReadOnlyList<OnnxValue> outputs)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string name in nodes[i].Outputs.Concat(nodes[i].Inputs))
            {
                last[name] = i;
            }
        }

        foreach (var output in outputs)
        {
            last[output.Name] = int.MaxValue;
        }

        return last;
    }

    private GraphValue Declared(OnnxValue input)
    {
        var type = OnnxElementType.Named(input.ElementType)
            ?? throw new BadModelException($"{path}: input '{input.Name}' has no element type: it is not a usable generator.");
        return input.Sizes is { } sizes
            ? new GraphValue(type, [.. sizes.Select(size => size ?? 1)])
            : throw new BadModelException($"{path}: input '{input.Name}' has no shape: it is not a usable generator.");
    }

    private void Work(OnnxNode node)
    {
        GraphValue?[] inputs = [.. node.Inputs.Select(name => name.Length == 0 ? null : _values[name])];
        var sized = new SizedNode(node, inputs, opset, limits, path);
        bool constant = inputs.All(input => input is null or { IsConstant: true });
        GraphValue[] made = SizeRules.For(node.Operation)(sized);
        sized.Require(made.Length >= node.Outputs.Count, $"has {node.Outputs.Count} outputs, expected at most {made.Length}");
        long bytes = 0, values = 0;
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            if (node.Outputs[i].Length > 0)
            {
                _values[node.Outputs[i]] = made[i] with { IsConstant = constant };
                bytes += made[i].Bytes;
                values += made[i].Count;
            }
        }

        _made += values;
        _multiplications = (long)Math.Min((double)_multiplications + Math.Max(sized.Multiplications, values), long.MaxValue / 2);
        sized.Require(_multiplications <= limits.Multiplications, $"brings the work of one run above {limits.Multiplications:g1} multiplications");
        sized.Require(_made <= limits.MadeValues, $"brings what is made in one run above {limits.MadeValues:g1} numbers");
        if (constant)
        {
            _derived += bytes;
            sized.Require(_derived <= limits.DerivedBytes, $"brings what is made of constants alone above {limits.DerivedBytes >> 20} MB");
        }
        else
        {
            _live += bytes;
            _peak = Math.Max(_peak, _live + sized.ScratchBytes);
            sized.Require(sized.ScratchBytes <= limits.PeakBytes && _peak <= limits.PeakBytes, $"brings the memory of one run above {limits.PeakBytes >> 20} MB");
            _weightUse += SizeRules.UsesWeights(node.Operation) ? sized.Given.Where(input => input.IsConstant).Sum(input => input.Bytes) : 0;
            sized.Require(_weightUse <= limits.WeightUseBytes, $"brings the weights of all nodes above {limits.WeightUseBytes >> 20} MB");
        }
    }

    private void Release(OnnxNode node, int index, Dictionary<string, int> lastUse)
    {
        foreach (string name in node.Inputs.Concat(node.Outputs).Distinct(StringComparer.Ordinal))
        {
            if (name.Length > 0 && lastUse[name] == index && _values[name] is { IsConstant: false } value)
            {
                _live -= value.Bytes;
            }
        }
    }

    private IReadOnlyList<long> MadeShape(OnnxValue output)
    {
        var made = _values[output.Name];
        bool agrees = (output.ElementType == "?" || output.ElementType == made.Type.Name)
            && (output.Sizes is not { } sizes || (sizes.Count == made.Rank && sizes.Zip(made.Dims).All(pair => pair.First is null || pair.First == pair.Second)));
        return agrees
            ? made.Dims
            : throw new BadModelException($"{path}: output '{output.Name}' is declared as {output.ElementType} [{string.Join(", ", output.Dimensions)}], but the graph makes {made.Type.Name} {made.Shape}: it is not a usable generator.");
    }
}
