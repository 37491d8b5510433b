using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Walks the chunks of a PNG; critical chunks must carry a right checksum.</summary>
internal ref struct PngChunkReader
{
    private ReadOnlySpan<byte> rest;

    public PngChunkReader(ReadOnlySpan<byte> file)
    {
        this.rest = file[PngSignature.Bytes.Length..];
        this.Type = default;
        this.Data = default;
    }

    /// <summary>The four letters, big-endian.</summary>
    public uint Type { get; private set; }

    public ReadOnlySpan<byte> Data { get; private set; }

    public static uint Name(string letters) =>
        ((uint)letters[0] << 24) | ((uint)letters[1] << 16) | ((uint)letters[2] << 8) | letters[3];

    public bool Next()
    {
        if (this.rest.Length < 12)
        {
            return false;
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(this.rest);
        if (length > this.rest.Length - 12)
        {
            throw new InvalidImageContentException("PNG chunk is longer than the file.");
        }

        int end = 8 + (int)length;
        this.Type = BinaryPrimitives.ReadUInt32BigEndian(this.rest[4..]);
        this.Data = this.rest[8..end];
        bool critical = (this.Type & 0x20000000) == 0;
        if (critical && Crc32.Of(this.rest[4..end]) != BinaryPrimitives.ReadUInt32BigEndian(this.rest[end..]))
        {
            throw new InvalidImageContentException("CRC Error. PNG chunk is corrupt.");
        }

        this.rest = this.rest[(end + 4)..];
        return true;
    }
}
