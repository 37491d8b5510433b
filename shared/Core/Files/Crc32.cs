namespace LatentWalk.Core.Files;

/// <summary>The CRC of zip and PNG (ISO 3309, polynomial 0xEDB88320), eight bytes at a time.</summary>
public static class Crc32
{
    private static readonly uint[][] s_tables = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var (t0, t1, t2, t3, t4, t5, t6, t7) = (s_tables[0], s_tables[1], s_tables[2], s_tables[3], s_tables[4], s_tables[5], s_tables[6], s_tables[7]);
        uint crc = uint.MaxValue;
        while (bytes.Length >= 8)
        {
            crc = t7[(byte)crc ^ bytes[0]] ^ t6[(byte)(crc >> 8) ^ bytes[1]] ^ t5[(byte)(crc >> 16) ^ bytes[2]] ^ t4[(byte)(crc >> 24) ^ bytes[3]]
                ^ t3[bytes[4]] ^ t2[bytes[5]] ^ t1[bytes[6]] ^ t0[bytes[7]];
            bytes = bytes[8..];
        }

        foreach (byte value in bytes)
        {
            crc = t0[(byte)crc ^ value] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (int t = 0; t < tables.Length; t++)
        {
            tables[t] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                uint value = t == 0 ? i : tables[t - 1][i];
                for (int bit = 0; bit < 8; bit++)
                {
                    value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320u : value >> 1;
                }

                tables[t][i] = value;
            }
        }

        return tables;
    }
}
