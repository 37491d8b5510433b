using System.Buffers.Binary;
using System.Text;

namespace LatentWalk.Imaging.Tests;

/// <summary>A second, slow and simple reading of PNG files, for tests only.</summary>
internal static class PngChunks
{
    private const int AfterHeader = 8 + 12 + 13;

    public static byte[] Make(string name, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(name).CopyTo(chunk, 4);
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    public static byte[] InsertAfterHeader(ReadOnlySpan<byte> png, string name, ReadOnlySpan<byte> data) =>
        [.. png[..AfterHeader], .. Make(name, data), .. png[AfterHeader..]];

    public static List<(string Name, byte[] Data)> Read(byte[] png)
    {
        List<(string, byte[])> chunks = [];
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            Assert.Equal(Crc(png.AsSpan(at + 4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((Encoding.ASCII.GetString(png, at + 4, 4), png.AsSpan(at + 8, length).ToArray()));
            at += 12 + length;
        }

        return chunks;
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
