using System.Buffers.Binary;

namespace LatentWalk.Data;

/// <summary>One picture's 56 bytes among the records of a set.</summary>
/// <param name="NameEnd">Where its source's name ends among the names; it begins where the one before ends.</param>
/// <param name="Crc">Of its pixels.</param>
internal readonly record struct EntryRecord(long NameEnd, int Class, bool Mirrored, uint Crc)
{
    public const int Bytes = 56;
    private const int ClassAt = 8;
    private const int FlagsAt = 12;
    private const int CrcAt = 16;
    private const int ReservedAt = 20;
    private const int Sha256At = 24;
    private const uint MirroredFlag = 1;

    public void Write(Span<byte> record, ReadOnlySpan<char> sha256)
    {
        BinaryPrimitives.WriteInt64LittleEndian(record, NameEnd);
        BinaryPrimitives.WriteInt32LittleEndian(record[ClassAt..], Class);
        BinaryPrimitives.WriteUInt32LittleEndian(record[FlagsAt..], Mirrored ? MirroredFlag : 0);
        BinaryPrimitives.WriteUInt32LittleEndian(record[CrcAt..], Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(record[ReservedAt..], 0);
        Convert.FromHexString(sha256, record[Sha256At..], out _, out _);
    }

    public static EntryRecord Read(ReadOnlySpan<byte> record) => new(
        BinaryPrimitives.ReadInt64LittleEndian(record),
        BinaryPrimitives.ReadInt32LittleEndian(record[ClassAt..]),
        (BinaryPrimitives.ReadUInt32LittleEndian(record[FlagsAt..]) & MirroredFlag) != 0,
        BinaryPrimitives.ReadUInt32LittleEndian(record[CrcAt..]));

    public static string Sha256(ReadOnlySpan<byte> record) => Convert.ToHexStringLower(record.Slice(Sha256At, 32));

    /// <summary>Whether the bytes are what <see cref="Write"/> makes; a record of another writer may hold anything.</summary>
    public static bool IsSound(ReadOnlySpan<byte> record, EntryRecord before, int classCount, long namesBytes)
    {
        var read = Read(record);
        return read.NameEnd >= before.NameEnd && read.NameEnd - before.NameEnd <= PackedSetFormat.LargestNameBytes && read.NameEnd <= namesBytes
            && read.Class >= -1 && read.Class < classCount
            && BinaryPrimitives.ReadUInt32LittleEndian(record[FlagsAt..]) <= MirroredFlag
            && BinaryPrimitives.ReadUInt32LittleEndian(record[ReservedAt..]) == 0;
    }
}
