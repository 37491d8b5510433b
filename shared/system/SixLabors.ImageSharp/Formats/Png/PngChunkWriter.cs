using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Png;

internal sealed class PngChunkWriter
{
    private readonly Stream stream;

    public PngChunkWriter(Stream stream)
    {
        this.stream = stream;
        stream.Write(PngSignature.Bytes);
    }

    public void WriteHeader(PngHeader header)
    {
        Span<byte> data = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, header.Width);
        BinaryPrimitives.WriteInt32BigEndian(data[4..], header.Height);
        data[8] = (byte)header.BitDepth;
        data[9] = (byte)header.ColorType;
        data[10..].Clear();
        this.Write("IHDR", data);
    }

    public void Write(string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4), PngChunkReader.Name(type));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, data.Length + 4)));
        this.stream.Write(chunk);
    }
}
