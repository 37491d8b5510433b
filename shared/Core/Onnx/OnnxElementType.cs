namespace LatentWalk.Core.Onnx;

/// <summary>Element types by their ONNX number: the name shown, bytes of a value, and the TensorProto field that may hold values.</summary>
internal sealed record OnnxElementType(string Name, int Bytes, int Field)
{
    private const int FloatData = 4;
    private const int Int32Data = 5;
    private const int Int64Data = 7;
    private const int DoubleData = 10;
    private const int Uint64Data = 11;

    /// <summary>Null for text, complex, sub-byte and unknown types: no generator needs them.</summary>
    public static OnnxElementType? Of(long number) => number switch
    {
        1 => new("float32", 4, FloatData),
        2 => new("uint8", 1, Int32Data),
        3 => new("int8", 1, Int32Data),
        4 => new("uint16", 2, Int32Data),
        5 => new("int16", 2, Int32Data),
        6 => new("int32", 4, Int32Data),
        7 => new("int64", 8, Int64Data),
        9 => new("bool", 1, Int32Data),
        10 => new("float16", 2, Int32Data),
        11 => new("float64", 8, DoubleData),
        12 => new("uint32", 4, Uint64Data),
        13 => new("uint64", 8, Uint64Data),
        16 => new("bfloat16", 2, Int32Data),
        _ => null,
    };
}
