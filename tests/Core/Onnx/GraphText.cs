using System.Text;
using LatentWalk.Core.Onnx.Proto;

namespace LatentWalk.Core.Tests.Onnx;

/// <summary>A graph as text that a person can check: one line each for what goes in, the constants, the nodes and what comes out.</summary>
internal static class GraphText
{
    public static string Of(ModelProto model)
    {
        var text = new StringBuilder();
        text.AppendLine($"ir {model.IrVersion} opset {string.Join(' ', model.OpsetImport.Select(o => $"{o.Domain}{o.Version}"))} by {model.ProducerName}");
        foreach (var input in model.Graph.Input)
        {
            text.AppendLine($"in    {Of(input)}");
        }

        foreach (var tensor in model.Graph.Initializer)
        {
            text.AppendLine($"const {tensor.Name} {(TensorProto.Types.DataType)tensor.DataType} [{string.Join(", ", tensor.Dims)}]");
        }

        foreach (var node in model.Graph.Node)
        {
            string attributes = string.Concat(node.Attribute.Select(a => $" {a.Name}={Of(a)}"));
            text.AppendLine($"{node.OpType}({string.Join(", ", node.Input)}){attributes} -> {string.Join(", ", node.Output)}");
        }

        foreach (var output in model.Graph.Output)
        {
            text.AppendLine($"out   {Of(output)}");
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    private static string Of(ValueInfoProto value)
    {
        var type = value.Type.TensorType;
        var dims = type.Shape.Dim.Select(d => d.HasDimParam ? d.DimParam : d.DimValue.ToString());
        return $"{value.Name} {(TensorProto.Types.DataType)type.ElemType} [{string.Join(", ", dims)}]";
    }

    private static string Of(AttributeProto attribute) => attribute.Type switch
    {
        AttributeProto.Types.AttributeType.Float => attribute.F.ToString(),
        AttributeProto.Types.AttributeType.String => $"\"{attribute.S.ToStringUtf8()}\"",
        AttributeProto.Types.AttributeType.Int => attribute.I.ToString(),
        _ => $"[{string.Join(", ", attribute.Ints)}]",
    };
}
