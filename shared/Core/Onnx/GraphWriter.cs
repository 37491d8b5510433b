using System.Runtime.InteropServices;
using LatentWalk.Core.Onnx.Proto;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Core.Onnx;

/// <summary>Appends nodes and constants to a graph in execution order; each returns the name of what it makes.</summary>
/// <param name="graph">Gets the nodes.</param>
/// <param name="pending">Gets the constants; null to fill them in at once.</param>
internal sealed class GraphWriter(GraphProto graph, List<PendingTensor>? pending = null)
{
    // ONNX stores raw data little-endian, as every machine this runs on does.
    public string Constant(string name, float[] values, params long[] dims) =>
        Constant(name, DataType.Float, dims, bytes => MemoryMarshal.AsBytes<float>(values).CopyTo(bytes));

    public string Constant(string name, long[] values) =>
        Constant(name, DataType.Int64, [values.Length], bytes => MemoryMarshal.AsBytes<long>(values).CopyTo(bytes));

    /// <summary>A single value without dimensions.</summary>
    public string Scalar(string name, float value) => Constant(name, [value]);

    public string Scalar(string name, byte value) => Constant(name, DataType.Uint8, [], bytes => bytes[0] = value);

    public string Constant(string name, DataType type, long[] dims, PendingTensor.FillBytes fill)
    {
        var tensor = new PendingTensor(name, type, dims, fill);
        if (pending is null)
        {
            graph.Initializer.Add(tensor.Whole());
        }
        else
        {
            pending.Add(tensor);
        }

        return name;
    }

    public string Node(string operation, string output, string[] inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = operation, Name = output };
        node.Input.Add(inputs);
        node.Output.Add(output);
        node.Attribute.Add(attributes);
        graph.Node.Add(node);
        return output;
    }

    public string Cast(string x, string output, DataType type) => Node("Cast", output, [x], Number("to", (long)type));

    /// <summary>ReLU, or LeakyReLU with a slope below zero.</summary>
    public string Activation(float slope, string x, string output) => slope == 0
        ? Node("Relu", output, [x])
        : Node("LeakyRelu", output, [x], Number("alpha", slope));

    /// <summary>[batch, channels, H, W] with each value repeated where it was one: [batch, channels, 2 H, 2 W].</summary>
    /// <param name="scales">The constant 1, 1, 2, 2.</param>
    public string Repeated(string x, string output, string scales) =>
        // The empty name is the region of interest, which this kind of resizing has not.
        Node("Resize", output, [x, "", scales],
            Text("mode", "nearest"),
            Text("coordinate_transformation_mode", "asymmetric"),
            Text("nearest_mode", "floor"));

    public static AttributeProto Number(string name, float value) =>
        new() { Name = name, F = value, Type = AttributeProto.Types.AttributeType.Float };

    public static AttributeProto Number(string name, long value) =>
        new() { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int };

    public static AttributeProto Text(string name, string value) =>
        new() { Name = name, S = Google.Protobuf.ByteString.CopyFromUtf8(value), Type = AttributeProto.Types.AttributeType.String };

    public static AttributeProto Numbers(string name, params long[] values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.Add(values);
        return attribute;
    }

    /// <summary>A value of the graph's boundary; a null dimension is the free batch.</summary>
    public static ValueInfoProto Value(string name, DataType type, params long?[] dims)
    {
        var shape = new TensorShapeProto();
        foreach (long? dim in dims)
        {
            shape.Dim.Add(dim is long size
                ? new TensorShapeProto.Types.Dimension { DimValue = size }
                : new TensorShapeProto.Types.Dimension { DimParam = OnnxNames.Batch });
        }

        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } },
        };
    }
}
