using System.Runtime.InteropServices;

namespace LatentWalk.Core.Checkpoints;

/// <summary>A tensor to be written.</summary>
/// <param name="Name">As in PyTorch's <c>state_dict</c>, with the prefix of its owner.</param>
/// <param name="Shape">Empty for a scalar.</param>
/// <param name="Bytes">The elements in C order, little-endian; not copied, so leave them alone until the write is done.</param>
public sealed record TensorEntry(string Name, TensorType Type, long[] Shape, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Copies <paramref name="values"/>.</summary>
    public static TensorEntry OfFloats(string name, long[] shape, ReadOnlySpan<float> values) =>
        new(name, TensorType.F32, shape, LittleEndian(values));

    /// <summary>Copies <paramref name="values"/>.</summary>
    public static TensorEntry OfInt64s(string name, long[] shape, ReadOnlySpan<long> values) =>
        new(name, TensorType.I64, shape, LittleEndian(values));

    /// <summary>Copies <paramref name="values"/>.</summary>
    public static TensorEntry OfBytes(string name, long[] shape, ReadOnlySpan<byte> values) =>
        new(name, TensorType.U8, shape, values.ToArray());

    private static byte[] LittleEndian<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Checkpoints are little-endian and so must be the machine.");
        }

        return MemoryMarshal.AsBytes(values).ToArray();
    }
}
