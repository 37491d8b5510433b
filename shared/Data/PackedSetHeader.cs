using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LatentWalk.Data;

/// <summary>The first page of a set. Where everything lies follows from these numbers, so there is no offset to believe.</summary>
/// <param name="Fingerprint">32 bytes.</param>
/// <param name="TailHash">SHA-256 of everything after the pictures, 32 bytes.</param>
internal sealed record PackedSetHeader(int Size, int Channels, int Count, int ClassCount, long NamesBytes, long ClassesBytes, byte[] Fingerprint, byte[] TailHash)
{
    private const int SchemaAt = 8;
    private const int SizeAt = 12;
    private const int ChannelsAt = 16;
    private const int ClassCountAt = 20;
    private const int CountAt = 24;
    private const int NamesBytesAt = 32;
    private const int ClassesBytesAt = 40;
    private const int FingerprintAt = 48;
    private const int TailHashAt = 80;
    private const int HashAt = PackedSetFormat.HeaderBytes - PackedSetFormat.HashBytes;

    public int PictureBytes => Size * Size * Channels;

    public long RecordsAt => PictureAt(Count);

    public long NamesAt => RecordsAt + ((long)Count * EntryRecord.Bytes);

    public long ClassesAt => NamesAt + NamesBytes;

    public long FileBytes => ClassesAt + ClassesBytes;

    public long PictureAt(int index) => PackedSetFormat.HeaderBytes + ((long)index * PictureBytes);

    public byte[] ToBytes()
    {
        var page = new byte[PackedSetFormat.HeaderBytes];
        PackedSetFormat.Magic.CopyTo(page);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(SchemaAt), PackedSetFormat.Schema);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(SizeAt), Size);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(ChannelsAt), Channels);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(ClassCountAt), ClassCount);
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(CountAt), Count);
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(NamesBytesAt), NamesBytes);
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(ClassesBytesAt), ClassesBytes);
        Fingerprint.CopyTo(page.AsSpan(FingerprintAt));
        TailHash.CopyTo(page.AsSpan(TailHashAt));
        SHA256.HashData(page.AsSpan(0, HashAt), page.AsSpan(HashAt));
        return page;
    }

    /// <param name="page">The file's first 4096 bytes, or all of a shorter file.</param>
    /// <exception cref="Core.Errors.BadDataException">It is no header, or the file's length is not what it says.</exception>
    public static PackedSetHeader Parse(string path, ReadOnlySpan<byte> page, long fileBytes)
    {
        if (!page.StartsWith(PackedSetFormat.Magic))
        {
            throw PackedSetFormat.Bad(path, page.IsEmpty ? "the file is empty" : "it does not begin as a set does");
        }

        if (page.Length < PackedSetFormat.HeaderBytes)
        {
            throw PackedSetFormat.Bad(path, $"the file has {fileBytes} bytes, and the header alone has {PackedSetFormat.HeaderBytes}");
        }

        int schema = BinaryPrimitives.ReadInt32LittleEndian(page[SchemaAt..]);
        if (schema != PackedSetFormat.Schema)
        {
            throw PackedSetFormat.Bad(path, $"its schema is {schema}, and this version reads {PackedSetFormat.Schema}");
        }

        Span<byte> hash = stackalloc byte[PackedSetFormat.HashBytes];
        SHA256.HashData(page[..HashAt], hash);
        if (!hash.SequenceEqual(page.Slice(HashAt, PackedSetFormat.HashBytes)))
        {
            throw PackedSetFormat.Bad(path, "the header does not match its own SHA-256");
        }

        int size = BinaryPrimitives.ReadInt32LittleEndian(page[SizeAt..]);
        int channels = BinaryPrimitives.ReadInt32LittleEndian(page[ChannelsAt..]);
        int classCount = BinaryPrimitives.ReadInt32LittleEndian(page[ClassCountAt..]);
        long count = BinaryPrimitives.ReadInt64LittleEndian(page[CountAt..]);
        long namesBytes = BinaryPrimitives.ReadInt64LittleEndian(page[NamesBytesAt..]);
        long classesBytes = BinaryPrimitives.ReadInt64LittleEndian(page[ClassesBytesAt..]);

        // Each part is compared with the file before the sum is taken, so that nothing overflows.
        if (size is < 1 or > PackedSetFormat.LargestSize || channels is not (3 or 4) || classCount is < 0 or > PackedSetFormat.LargestClassCount
            || count is < 1 or > int.MaxValue || namesBytes < 0 || namesBytes > fileBytes || classesBytes < 0 || classesBytes > fileBytes)
        {
            throw PackedSetFormat.Bad(path, $"its header says {count} pictures of {size}×{size}×{channels} and {classCount} classes");
        }

        var header = new PackedSetHeader(
            size, channels, (int)count, classCount, namesBytes, classesBytes,
            page.Slice(FingerprintAt, PackedSetFormat.HashBytes).ToArray(), page.Slice(TailHashAt, PackedSetFormat.HashBytes).ToArray());
        return header.FileBytes == fileBytes
            ? header
            : throw PackedSetFormat.Bad(path, $"the file has {fileBytes} bytes; its header of {count} pictures of {size}×{size}×{channels} expects {header.FileBytes}");
    }
}
