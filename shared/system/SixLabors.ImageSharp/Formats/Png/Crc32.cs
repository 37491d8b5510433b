using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The checksum of PNG chunks (ISO 3309, polynomial 0xEDB88320), eight bytes at a time.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    public static uint Of(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<uint> table = Table;
        uint crc = uint.MaxValue;
        while (data.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = table[(int)(0x700 + (low & 255))]
                ^ table[(int)(0x600 + ((low >> 8) & 255))]
                ^ table[(int)(0x500 + ((low >> 16) & 255))]
                ^ table[(int)(0x400 + (low >> 24))]
                ^ table[(int)(0x300 + (high & 255))]
                ^ table[(int)(0x200 + ((high >> 8) & 255))]
                ^ table[(int)(0x100 + ((high >> 16) & 255))]
                ^ table[(int)(high >> 24)];
            data = data[8..];
        }

        foreach (byte value in data)
        {
            crc = table[(int)((crc ^ value) & 255)] ^ (crc >> 8);
        }

        return ~crc;
    }

    /// <summary>Row k holds the effect of a byte that is followed by k zero bytes.</summary>
    private static uint[] MakeTable()
    {
        uint[] table = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }

            table[i] = crc;
        }

        for (int i = 256; i < table.Length; i++)
        {
            uint previous = table[i - 256];
            table[i] = table[previous & 255] ^ (previous >> 8);
        }

        return table;
    }
}
