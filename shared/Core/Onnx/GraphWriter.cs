using System.Runtime.InteropServices;
using Google.Protobuf;
using LatentWalk.Core.Onnx.Proto;

namespace LatentWalk.Core.Onnx;

/// <summary>Appends nodes and constants to a graph in execution order; each node returns the name of its output.</summary>
internal sealed class GraphWriter(GraphProto graph)
{
    public string Constant(string name, float[] values, params long[] dims) =>
        Constant(name, TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes<float>(values), dims);

    public string Constant(string name, long[] values) =>
        Constant(name, TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes<long>(values), values.Length);

    /// <summary>A single value without dimensions.</summary>
    public string Scalar(string name, float value) => Constant(name, [value]);

    public string Scalar(string name, byte value) => Constant(name, TensorProto.Types.DataType.Uint8, [value]);

    public string Node(string operation, string output, string[] inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = operation, Name = output };
        node.Input.Add(inputs);
        node.Output.Add(output);
        node.Attribute.Add(attributes);
        graph.Node.Add(node);
        return output;
    }

    public static AttributeProto Number(string name, float value) =>
        new() { Name = name, F = value, Type = AttributeProto.Types.AttributeType.Float };

    public static AttributeProto Number(string name, long value) =>
        new() { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int };

    public static AttributeProto Numbers(string name, params long[] values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.Add(values);
        return attribute;
    }

    /// <summary>A value of the graph's boundary; a null dimension is the free batch.</summary>
    public static ValueInfoProto Value(string name, TensorProto.Types.DataType type, params long?[] dims)
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

    // ONNX stores raw data little-endian, as every machine this runs on does.
    private string Constant(string name, TensorProto.Types.DataType type, ReadOnlySpan<byte> bytes, params long[] dims)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        tensor.Dims.Add(dims);
        graph.Initializer.Add(tensor);
        return name;
    }
}
