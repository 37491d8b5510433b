namespace LatentWalk.Core.Onnx;

/// <summary>Element types by their ONNX number: the name shown, bytes of a value, and the TensorProto field that may hold values.</summary>
internal sealed record OnnxElementType(string Name, int Bytes, int Field)
{
    private const int FloatData = 4;
    private const int Int32Data = 5;
    private const int Int64Data = 7;
    private const int DoubleData = 10;
    private const int Uint64Data = 11;

    public static OnnxElementType Float32 { get; } = new("float32", 4, FloatData);

    public static OnnxElementType Uint8 { get; } = new("uint8", 1, Int32Data);

    public static OnnxElementType Int8 { get; } = new("int8", 1, Int32Data);

    public static OnnxElementType Uint16 { get; } = new("uint16", 2, Int32Data);

    public static OnnxElementType Int16 { get; } = new("int16", 2, Int32Data);

    public static OnnxElementType Int32 { get; } = new("int32", 4, Int32Data);

    public static OnnxElementType Int64 { get; } = new("int64", 8, Int64Data);

    public static OnnxElementType Bool { get; } = new("bool", 1, Int32Data);

    public static OnnxElementType Float16 { get; } = new("float16", 2, Int32Data);

    public static OnnxElementType Float64 { get; } = new("float64", 8, DoubleData);

    public static OnnxElementType Uint32 { get; } = new("uint32", 4, Uint64Data);

    public static OnnxElementType Uint64 { get; } = new("uint64", 8, Uint64Data);

    public static OnnxElementType Bfloat16 { get; } = new("bfloat16", 2, Int32Data);

    public bool IsInteger => this != Float32 && this != Float64 && this != Float16 && this != Bfloat16;

    /// <summary>By the name shown; null where there is none.</summary>
    public static OnnxElementType? Named(string name) => Enumerable.Range(1, 16).Select(number => Of(number)).FirstOrDefault(type => type?.Name == name);

    /// <summary>Null for text, complex, sub-byte and unknown types: no generator needs them.</summary>
    public static OnnxElementType? Of(long number) => number switch
    {
        1 => Float32,
        2 => Uint8,
        3 => Int8,
        4 => Uint16,
        5 => Int16,
        6 => Int32,
        7 => Int64,
        9 => Bool,
        10 => Float16,
        11 => Float64,
        12 => Uint32,
        13 => Uint64,
        16 => Bfloat16,
        _ => null,
    };
}
