using System.Buffers.Binary;
using LatentWalk.Core.Files;

namespace LatentWalk.Imaging.Animations;

/// <summary>The parts that a PNG is made of: length, name, data, CRC.</summary>
internal static class PngChunks
{
    private const int SignatureBytes = 8;
    private const int FrameBytes = 12;

    public static void Write(Stream stream, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[data.Length + FrameBytes];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        name.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        stream.Write(chunk);
    }

    /// <summary>What the IDAT chunks hold together.</summary>
    /// <param name="png">A whole PNG.</param>
    public static byte[] PixelData(ReadOnlySpan<byte> png)
    {
        using MemoryStream data = new();
        for (int at = SignatureBytes; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            if (png.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(png.Slice(at + 8, length));
            }

            at += FrameBytes + length;
        }

        return data.ToArray();
    }

    /// <summary>Whether every chunk's CRC fits, so that the file is as it was written.</summary>
    /// <param name="png">Of whole chunks.</param>
    public static bool AreIntact(ReadOnlySpan<byte> png)
    {
        for (int at = SignatureBytes; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            if (Crc32.Of(png.Slice(at + 4, 4 + length)) != BinaryPrimitives.ReadUInt32BigEndian(png[(at + 8 + length)..]))
            {
                return false;
            }

            at += FrameBytes + length;
        }

        return true;
    }
}
