using System.Runtime.InteropServices;

namespace TorchSharp.Calls;

/// <summary>One argument of an operator as C# writes it; <see cref="Operator"/> lays it out for the native call.</summary>
internal readonly struct Argument
{
    internal readonly ValueKind Kind;
    internal readonly long Bits;
    internal readonly int Count;
    internal readonly object? Object;

    private Argument(ValueKind kind, long bits = 0, object? value = null, int count = 0)
    {
        Kind = kind;
        Bits = bits;
        Object = value;
        Count = count;
    }

    /// <summary>Leaves an optional argument out, so that later ones can be given.</summary>
    internal static Argument None => default;

    internal static Argument Optional(torch.Tensor?[] tensors) => new(ValueKind.OptionalTensors, 0, tensors, tensors.Length);
    internal static Argument Bools(params bool[] values) => new(ValueKind.Bools, 0, Array.ConvertAll(values, v => v ? 1L : 0L), values.Length);

    public static implicit operator Argument(torch.Tensor? value) => value is null ? default : new(ValueKind.Tensor, 0, value);
    public static implicit operator Argument(torch.Tensor[] value) => new(ValueKind.Tensors, 0, value, value.Length);
    public static implicit operator Argument(long value) => new(ValueKind.Int, value);
    public static implicit operator Argument(long? value) => value is { } v ? v : default(Argument);
    public static implicit operator Argument(bool value) => new(ValueKind.Bool, value ? 1 : 0);
    public static implicit operator Argument(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Argument(double? value) => value is { } v ? v : default(Argument);
    public static implicit operator Argument(Scalar? value) => value is null ? default : new(value.Kind, value.Bits, value);
    public static implicit operator Argument(torch.ScalarType value) => (long)value;
    public static implicit operator Argument(torch.ScalarType? value) => value is { } v ? (long)v : default(Argument);
    public static implicit operator Argument(long[]? value) => value is null ? default : new(ValueKind.Ints, 0, value, value.Length);
    public static implicit operator Argument(double[]? value) => value is null ? default : new(ValueKind.Doubles, 0, value, value.Length);
    public static implicit operator Argument(torch.Device? value) => value is null ? default : new(ValueKind.Device, (long)value.type, value, value.index);
    public static implicit operator Argument(torch.Generator? value) => value is null ? default : new(ValueKind.Generator, value.Handle, value);

    public static implicit operator Argument(string? value)
    {
        if (value is null) return default;
        var bytes = System.Text.Encoding.UTF8.GetBytes(value);
        var words = new long[(bytes.Length + 7) / 8];
        bytes.CopyTo(MemoryMarshal.AsBytes(words.AsSpan()));
        return new(ValueKind.Text, 0, words, bytes.Length);
    }
}
