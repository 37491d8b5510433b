using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx.Sizes;

namespace LatentWalk.Core.Onnx;

/// <summary>One pass over a file's only graph, for <see cref="OnnxGuard"/>.</summary>
internal sealed class OnnxGraphWalk(string path, OnnxLimits limits, OnnxBudget budget)
{
    private readonly List<OnnxValue> _inputs = [];
    private readonly List<OnnxValue> _outputs = [];
    private readonly Dictionary<string, OnnxTensor> _constants = new(StringComparer.Ordinal);
    private readonly List<OnnxNode> _nodes = [];
    private readonly OnnxTensorWalk _tensors = new(path, limits, budget);
    private int _hints;

    public static bool IsStandard(string domain) => domain is "" or "ai.onnx";

    public void Walk(ProtoReader reader)
    {
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    Require(_nodes.Count < limits.Nodes, $"has more than {limits.Nodes} nodes");
                    _nodes.Add(WalkNode(reader.Message()));
                    break;
                case 5:
                    Require(_constants.Count < limits.Tensors, $"has more than {limits.Tensors} constants");
                    var constant = _tensors.Walk(reader.Message());
                    Require(_constants.TryAdd(constant.Name, constant), $"has two constants named '{constant.Name}'");
                    break;
                case 11:
                    Require(_inputs.Count < limits.Tensors, $"has more than {limits.Tensors} inputs");
                    _inputs.Add(OnnxValueWalk.Walk(reader.Message(), path, limits, budget));
                    break;
                case 12:
                    Require(_outputs.Count < limits.NodeParts, $"has more than {limits.NodeParts} outputs");
                    _outputs.Add(OnnxValueWalk.Walk(reader.Message(), path, limits, budget));
                    break;
                case 13:
                    // Hints about inner shapes: what is believed is worked out below, but ONNX Runtime reads them too.
                    Require(++_hints <= limits.Nodes * 2, $"has more than {limits.Nodes * 2} hints about shapes");
                    OnnxValueWalk.Walk(reader.Message(), path, limits with { Dimension = (int)limits.Values, Values = limits.TensorBytes }, budget);
                    break;
                case 2 or 10 or 14 or 16:
                    // Name, doc string, quantisation notes, the exporter's remarks.
                    reader.SkipText();
                    break;
                case 15:
                    throw new BadModelException($"{path} has sparse constants, expected plain tensors; export it without them.");
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of a graph's");
            }
        }

        RequireOrder();
    }

    /// <summary>Works out every size before it describes the file.</summary>
    public OnnxSummary Summarise(long ir, long opset, string producer, IReadOnlyDictionary<string, string> metadata)
    {
        var sizes = new GraphSizes(path, limits, opset).Work(_inputs, _constants, _nodes, _outputs);
        var operators = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in _nodes)
        {
            operators[node.Operation] = operators.GetValueOrDefault(node.Operation) + 1;
        }

        return new OnnxSummary
        {
            IrVersion = ir,
            Opset = opset,
            Producer = producer,
            Inputs = [.. _inputs.Where(input => !_constants.ContainsKey(input.Name))],
            Outputs = _outputs,
            MadeOutputs = sizes.Outputs,
            RunBytes = sizes.PeakBytes,
            Operators = operators,
            Parameters = _tensors.Elements,
            Metadata = metadata,
        };
    }

    private OnnxNode WalkNode(ProtoReader reader)
    {
        string operation = "", domain = "";
        var inputs = new List<string>();
        var outputs = new List<string>();
        var attributes = new Dictionary<string, OnnxAttribute>(StringComparer.Ordinal);
        int parts = 0;
        while (reader.Next())
        {
            Require(++parts <= limits.NodeParts, $"has a node with more than {limits.NodeParts} parts, at byte {reader.FileOffset}");
            switch (reader.Field)
            {
                case 1:
                    inputs.Add(budget.Name(ref reader));
                    break;
                case 2:
                    outputs.Add(budget.Name(ref reader));
                    break;
                case 4:
                    reader.Once();
                    operation = budget.Name(ref reader);
                    break;
                case 5:
                    var attribute = OnnxAttributeWalk.Walk(reader.Message(), path, limits, _tensors, budget);
                    Require(attributes.TryAdd(attribute.Name, attribute), $"has a node with two attributes '{attribute.Name}'");
                    break;
                case 7:
                    reader.Once();
                    domain = budget.Name(ref reader);
                    break;
                case 3 or 6 or 9:
                    reader.SkipText();
                    break;
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of a node's");
            }
        }

        Require(IsStandard(domain), $"uses operator '{operation}' of '{domain}', expected standard operators only");
        Require(SizeRules.Has(operation), $"uses operator '{operation}', which is not one that a generator is made of");
        return new OnnxNode(operation, inputs, outputs, attributes);
    }

    // ONNX wants nodes in an order in which every name exists before it is read; that also rules out cycles.
    private void RequireOrder()
    {
        Require(_nodes.Count > 0, "has no nodes");
        var known = new HashSet<string>(_constants.Keys, StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in _inputs)
        {
            Require(asked.Add(input.Name), $"has two inputs named '{input.Name}'");
        }

        known.UnionWith(asked);
        foreach (var node in _nodes)
        {
            foreach (string name in node.Inputs)
            {
                Require(name.Length == 0 || known.Contains(name), $"has a {node.Operation} that reads '{name}' before anything makes it");
            }

            foreach (string name in node.Outputs)
            {
                Require(name.Length == 0 || known.Add(name), $"makes '{name}' twice");
            }
        }

        foreach (var output in _outputs)
        {
            Require(known.Contains(output.Name), $"has an output '{output.Name}' that nothing makes");
        }
    }

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new BadModelException($"{path} {problem}: it is not a usable generator.");
        }
    }
}
