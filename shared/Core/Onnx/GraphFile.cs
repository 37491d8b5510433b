using Google.Protobuf;
using LatentWalk.Core.Onnx.Proto;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// A model whose constants are still to be filled in. Written to bytes, each constant is made in its place in the file, so
/// that the file is the only copy of the weights.
/// </summary>
/// <param name="Model">Complete but for constants and metadata.</param>
/// <param name="Constants">In the order in which they are written.</param>
internal sealed record GraphFile(ModelProto Model, IReadOnlyList<PendingTensor> Constants)
{
    /// <summary>The file without metadata, which may be appended: fields of a protobuf message come in any order.</summary>
    public byte[] ToBytes()
    {
        var frame = Model.Clone();
        byte[] graph = frame.Graph.ToByteArray();
        frame.Graph = null;
        byte[] before = frame.ToByteArray();
        byte[][] heads = [.. Constants.Select(tensor => tensor.Head().ToByteArray())];
        int graphLength = graph.Length + Constants.Zip(heads, (tensor, head) => Field(GraphProto.InitializerFieldNumber, TensorLength(tensor, head))).Sum();
        var file = new byte[before.Length + Field(ModelProto.GraphFieldNumber, graphLength)];

        var rest = Copy(before, file);
        rest = Open(rest, ModelProto.GraphFieldNumber, graphLength);
        rest = Copy(graph, rest);
        foreach (var (tensor, head) in Constants.Zip(heads))
        {
            rest = Open(rest, GraphProto.InitializerFieldNumber, TensorLength(tensor, head));
            rest = Copy(head, rest);
            rest = Open(rest, TensorProto.RawDataFieldNumber, tensor.ByteCount);
            tensor.Fill(rest[..tensor.ByteCount]);
            rest = rest[tensor.ByteCount..];
        }

        return file;
    }

    /// <summary>The same as a message, for those who go on with it.</summary>
    public ModelProto ToModel()
    {
        var model = Model.Clone();
        model.Graph.Initializer.Add(Constants.Select(tensor => tensor.Whole()));
        return model;
    }

    private static int TensorLength(PendingTensor tensor, byte[] head) => head.Length + Field(TensorProto.RawDataFieldNumber, tensor.ByteCount);

    // A length-delimited field: tag, length, content.
    private static int Field(int number, int length) =>
        checked(CodedOutputStream.ComputeTagSize(number) + CodedOutputStream.ComputeLengthSize(length) + length);

    private static Span<byte> Open(Span<byte> target, int number, int length) =>
        Varint(Varint(target, WireFormat.MakeTag(number, WireFormat.WireType.LengthDelimited)), (uint)length);

    private static Span<byte> Varint(Span<byte> target, uint value)
    {
        int k = 0;
        for (; value >= 0x80; value >>= 7)
        {
            target[k++] = (byte)(value | 0x80);
        }

        target[k++] = (byte)value;
        return target[k..];
    }

    private static Span<byte> Copy(byte[] source, Span<byte> target)
    {
        source.CopyTo(target);
        return target[source.Length..];
    }
}
