using TorchSharp.Calls;

namespace TorchSharp;

public sealed class Scalar : IDisposable
{
    internal readonly ValueKind Kind;
    internal readonly long Bits;

    private Scalar(ValueKind kind, long bits, torch.ScalarType type)
    {
        Kind = kind;
        Bits = bits;
        Type = type;
    }

    public torch.ScalarType Type { get; }

    public void Dispose() => GC.SuppressFinalize(this);

    internal double Real => Kind == ValueKind.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;
    internal long Integer => Kind == ValueKind.Double ? (long)Real : Bits;

    private static Scalar Of(double value, torch.ScalarType type) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value), type);

    public static implicit operator Scalar(byte value) => new(ValueKind.Int, value, torch.ScalarType.Byte);
    public static implicit operator Scalar(short value) => new(ValueKind.Int, value, torch.ScalarType.Int16);
    public static implicit operator Scalar(int value) => new(ValueKind.Int, value, torch.ScalarType.Int32);
    public static implicit operator Scalar(long value) => new(ValueKind.Int, value, torch.ScalarType.Int64);
    public static implicit operator Scalar(bool value) => new(ValueKind.Bool, value ? 1 : 0, torch.ScalarType.Bool);
    public static implicit operator Scalar(float value) => Of(value, torch.ScalarType.Float32);
    public static implicit operator Scalar(double value) => Of(value, torch.ScalarType.Float64);
}
