using System.Buffers.Binary;
using System.Numerics;

namespace LatentWalk.Trainer.Runs.TensorBoard;

/// <summary>
/// The TFRecord framing: length (uint64), its checksum, the bytes, their checksum. A checksum is CRC-32C, rotated right by
/// 15 bits plus a constant, so that the checksum of data which holds checksums is a good one too.
/// </summary>
internal static class EventRecord
{
    private const uint MaskDelta = 0xA282EAD8;

    public static byte[] Frame(ReadOnlySpan<byte> data)
    {
        byte[] record = new byte[8 + 4 + data.Length + 4];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), MaskedCrc(record.AsSpan(0, 8)));
        data.CopyTo(record.AsSpan(12));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + data.Length), MaskedCrc(data));
        return record;
    }

    internal static uint MaskedCrc(ReadOnlySpan<byte> bytes) => unchecked(BitOperations.RotateRight(Crc32C(bytes), 15) + MaskDelta);

    /// <summary>Castagnoli's polynomial (RFC 3720, B.4).</summary>
    internal static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
