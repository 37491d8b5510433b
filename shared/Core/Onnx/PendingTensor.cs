using Google.Protobuf;
using LatentWalk.Core.Onnx.Proto;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Core.Onnx;

/// <summary>A constant whose bytes are made where they are to lie.</summary>
/// <param name="Fill">Given <see cref="ByteCount"/> bytes, writes the values, little-endian in C order.</param>
internal sealed record PendingTensor(string Name, DataType Type, long[] Dims, PendingTensor.FillBytes Fill)
{
    public delegate void FillBytes(Span<byte> bytes);

    public int ByteCount => checked((int)(Dims.Aggregate(1L, (a, b) => a * b) * Type switch
    {
        DataType.Uint8 or DataType.Int8 => 1,
        DataType.Float16 => 2,
        DataType.Float => 4,
        DataType.Int64 => 8,
        _ => throw new NotSupportedException($"no generator has constants of {Type}"),
    }));

    /// <summary>The tensor without its values.</summary>
    public TensorProto Head()
    {
        var tensor = new TensorProto { Name = Name, DataType = (int)Type };
        tensor.Dims.Add(Dims);
        return tensor;
    }

    public TensorProto Whole()
    {
        var bytes = new byte[ByteCount];
        Fill(bytes);
        var tensor = Head();
        tensor.RawData = UnsafeByteOperations.UnsafeWrap(bytes);
        return tensor;
    }
}
