using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LatentWalk.Data;

/// <summary>What follows the pictures: records, names, classes. Read once in small pieces when a set is opened.</summary>
internal static class PackedSetTail
{
    private const int RecordsAtOnce = 1024;
    private const int Block = 1 << 16;
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    public static byte[] ClassNames(IReadOnlyList<string> classes)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string name in classes)
        {
            byte[] text = s_strict.GetBytes(name);
            if (text.Length is 0 or > PackedSetFormat.LargestNameBytes)
            {
                throw new ArgumentException($"A class's name has {text.Length} bytes; expected 1 to {PackedSetFormat.LargestNameBytes}.", nameof(classes));
            }

            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            bytes.Write(length);
            bytes.Write(text);
        }

        return bytes.ToArray();
    }

    /// <returns>The classes, their pictures counted.</returns>
    public static IReadOnlyList<SetClass> Check(string path, SafeFileHandle handle, PackedSetHeader header)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var counts = new int[header.ClassCount];
        CheckRecords(path, handle, header, hash, counts);
        var block = new byte[Block];
        for (long at = header.NamesAt; at < header.ClassesAt; at += block.Length)
        {
            var part = block.AsSpan(0, (int)Math.Min(block.Length, header.ClassesAt - at));
            Take(path, handle, part, at, hash);
        }

        var names = ReadClasses(path, handle, header, hash);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(header.TailHash)
            ? [.. names.Select((name, i) => new SetClass(name, counts[i]))]
            : throw PackedSetFormat.Bad(path, "what follows the pictures does not match its SHA-256");
    }

    private static void CheckRecords(string path, SafeFileHandle handle, PackedSetHeader header, IncrementalHash hash, int[] counts)
    {
        var block = new byte[RecordsAtOnce * EntryRecord.Bytes];
        EntryRecord before = default;
        for (int first = 0; first < header.Count; first += RecordsAtOnce)
        {
            int count = Math.Min(RecordsAtOnce, header.Count - first);
            var part = block.AsSpan(0, count * EntryRecord.Bytes);
            Take(path, handle, part, header.RecordsAt + ((long)first * EntryRecord.Bytes), hash);
            for (int i = 0; i < count; i++)
            {
                var record = part.Slice(i * EntryRecord.Bytes, EntryRecord.Bytes);
                if (!EntryRecord.IsSound(record, before, header.ClassCount, header.NamesBytes))
                {
                    throw PackedSetFormat.Bad(path, $"the record of picture {first + i} makes no sense");
                }

                before = EntryRecord.Read(record);
                if (before.Class >= 0)
                {
                    counts[before.Class]++;
                }
            }

            // first + RecordsAtOnce may pass the largest int.
            if (count < RecordsAtOnce)
            {
                break;
            }
        }

        if (before.NameEnd != header.NamesBytes)
        {
            throw PackedSetFormat.Bad(path, $"its names have {header.NamesBytes} bytes, and its records name {before.NameEnd}");
        }
    }

    private static List<string> ReadClasses(string path, SafeFileHandle handle, PackedSetHeader header, IncrementalHash hash)
    {
        var names = new List<string>();
        var text = new byte[PackedSetFormat.LargestNameBytes];
        Span<byte> length = stackalloc byte[sizeof(int)];
        long at = header.ClassesAt;
        while (names.Count < header.ClassCount)
        {
            if (header.FileBytes - at < length.Length)
            {
                throw PackedSetFormat.Bad(path, $"it has names for {names.Count} of its {header.ClassCount} classes");
            }

            Take(path, handle, length, at, hash);
            at += length.Length;
            int bytes = BinaryPrimitives.ReadInt32LittleEndian(length);
            if (bytes is < 1 or > PackedSetFormat.LargestNameBytes || bytes > header.FileBytes - at)
            {
                throw PackedSetFormat.Bad(path, $"the name of class {names.Count} has {bytes} bytes");
            }

            Take(path, handle, text.AsSpan(0, bytes), at, hash);
            at += bytes;
            names.Add(Encoding.UTF8.GetString(text, 0, bytes));
        }

        return at == header.FileBytes ? names : throw PackedSetFormat.Bad(path, $"{header.FileBytes - at} bytes follow the last class");
    }

    private static void Take(string path, SafeFileHandle handle, Span<byte> bytes, long offset, IncrementalHash hash)
    {
        if (!PackedSet.ReadExactly(handle, bytes, offset))
        {
            throw PackedSetFormat.Bad(path, "it became shorter while it was being read");
        }

        hash.AppendData(bytes);
    }
}
