using System.Buffers.Binary;

namespace LatentWalk.Core.Onnx;

/// <summary>The few values of a small constant that ONNX stores as little-endian bytes.</summary>
internal static class RawNumbers
{
    /// <returns>Null for a type that no size is given in.</returns>
    public static double[]? Read(OnnxElementType type, ReadOnlySpan<byte> bytes, int count)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            var at = bytes.Slice(i * type.Bytes, type.Bytes);
            double? value = type.Name switch
            {
                "float32" => BinaryPrimitives.ReadSingleLittleEndian(at),
                "float64" => BinaryPrimitives.ReadDoubleLittleEndian(at),
                "float16" => (double)BinaryPrimitives.ReadHalfLittleEndian(at),
                "int64" => BinaryPrimitives.ReadInt64LittleEndian(at),
                "int32" => BinaryPrimitives.ReadInt32LittleEndian(at),
                "int16" => BinaryPrimitives.ReadInt16LittleEndian(at),
                "uint16" => BinaryPrimitives.ReadUInt16LittleEndian(at),
                "uint32" => BinaryPrimitives.ReadUInt32LittleEndian(at),
                "uint64" => BinaryPrimitives.ReadUInt64LittleEndian(at),
                "int8" => (sbyte)at[0],
                "uint8" or "bool" => at[0],
                _ => null,
            };
            if (value is null)
            {
                return null;
            }

            values[i] = value.Value;
        }

        return values;
    }
}
