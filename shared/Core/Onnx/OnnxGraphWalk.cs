using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>One pass over a file's only graph, for <see cref="OnnxGuard"/>.</summary>
internal sealed class OnnxGraphWalk(string path, OnnxLimits limits)
{
    private readonly List<OnnxValue> _inputs = [];
    private readonly List<OnnxValue> _outputs = [];
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);
    private readonly List<OnnxNode> _nodes = [];
    private readonly OnnxTensorWalk _tensors = new(path, limits);

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
                    string name = _tensors.Walk(reader.Message());
                    Require(_constants.Add(name), $"has two constants named '{name}'");
                    break;
                case 11:
                    Require(_inputs.Count < limits.Tensors, $"has more than {limits.Tensors} inputs");
                    _inputs.Add(OnnxValueWalk.Walk(reader.Message(), path, limits));
                    break;
                case 12:
                    Require(_outputs.Count < limits.NodeParts, $"has more than {limits.NodeParts} outputs");
                    _outputs.Add(OnnxValueWalk.Walk(reader.Message(), path, limits));
                    break;
                case 2 or 10 or 13 or 14 or 16:
                    // Name, doc string, hints about inner shapes, quantisation notes, the exporter's remarks.
                    reader.Skip();
                    break;
                case 15:
                    throw new BadModelException($"{path} has sparse constants, expected plain tensors; export it without them.");
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of a graph's");
            }
        }

        RequireOrder();
    }

    public OnnxSummary Summarise(long ir, long opset, string producer, IReadOnlyDictionary<string, string> metadata)
    {
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
            Inputs = [.. _inputs.Where(input => !_constants.Contains(input.Name))],
            Outputs = _outputs,
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
        int parts = 0;
        while (reader.Next())
        {
            Require(++parts <= limits.NodeParts, $"has a node with more than {limits.NodeParts} parts, at byte {reader.FileOffset}");
            switch (reader.Field)
            {
                case 1:
                    inputs.Add(reader.Text(limits.NameBytes));
                    break;
                case 2:
                    outputs.Add(reader.Text(limits.NameBytes));
                    break;
                case 4:
                    reader.Once();
                    operation = reader.Text(limits.NameBytes);
                    break;
                case 5:
                    OnnxAttributeWalk.Walk(reader.Message(), path, limits, _tensors);
                    break;
                case 7:
                    reader.Once();
                    domain = reader.Text(limits.NameBytes);
                    break;
                case 3 or 6 or 9:
                    reader.Skip();
                    break;
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of a node's");
            }
        }

        Require(IsStandard(domain), $"uses operator '{operation}' of '{domain}', expected standard operators only");
        Require(OnnxOperators.IsAllowed(operation), $"uses operator '{operation}', which is not one that a generator is made of");
        return new OnnxNode(operation, inputs, outputs);
    }

    // ONNX wants nodes in an order in which every name exists before it is read; that also rules out cycles.
    private void RequireOrder()
    {
        Require(_nodes.Count > 0, "has no nodes");
        var known = new HashSet<string>(_constants, StringComparer.Ordinal);
        known.UnionWith(_inputs.Select(input => input.Name));
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
