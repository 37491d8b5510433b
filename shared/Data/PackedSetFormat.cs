using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using LatentWalk.Core.Errors;

namespace LatentWalk.Data;

/// <summary>
/// The <c>.lwset</c> file, little-endian: a header page of 4096 bytes; the pictures, one after the other without a gap; one
/// record of 56 bytes for each picture; their sources' names; the classes' names. The header holds a SHA-256 of itself and
/// one of all that follows the pictures, and each record the CRC of its picture: no byte is without a check.
/// </summary>
internal static class PackedSetFormat
{
    public const string Ending = ".lwset";
    public const int Schema = 1;
    public const int HeaderBytes = 4096;
    public const int HashBytes = 32;

    public const int LargestSize = 4096;
    public const int LargestClassCount = 65_536;
    public const int LargestNameBytes = 4096;

    public static ReadOnlySpan<byte> Magic => "LWSET\r\n\x1a"u8;

    /// <summary>Castagnoli's CRC, for which processors have an instruction.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }

    public static BadDataException Bad(string path, string what) => new(
        $"'{path}' is not a usable picture set: {what}. It is damaged, was cut short or was not written by Latent Walk; make it again with lw prepare.");
}
