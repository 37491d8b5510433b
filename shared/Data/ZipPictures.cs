using System.IO.Compression;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Data;

/// <summary>
/// A zip, read where it lies: nothing is unpacked to the disk. One entry is inflated at a time, for the archive can be read by
/// one thread only; decoding the picture takes many times longer and is the caller's, on any thread.
/// </summary>
internal sealed class ZipPictures : IPictureFiles
{
    private const int LargestEntryCount = 4_000_000;
    private const int LinkKind = 0xA000;
    private const int KindMask = 0xF000;

    // Pictures are compressed already. Only a bomb shrinks to less than a two-hundredth and is large as well.
    private const int LargestRatio = 200;
    private const long RatioMattersFrom = 1 << 20;

    private readonly Lock _reading = new();
    private readonly ZipArchive _archive;
    private readonly List<PictureFileName> _names = [];
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    /// <exception cref="BadDataException">It is no zip, or one that is damaged.</exception>
    public ZipPictures(string path)
    {
        Path = path;
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
            _archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: false);
            List(file.Length);
            file = null;
        }
        catch (Exception error) when (IsZipError(error))
        {
            throw new BadDataException($"the zip '{path}' cannot be read: {error.Message.TrimEnd('.')}. It is damaged or was cut short; get it again.", error);
        }
        finally
        {
            if (file is not null)
            {
                _archive?.Dispose();
                file.Dispose();
            }
        }
    }

    public string Path { get; }

    public static bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    public IEnumerable<PictureFileName> Enumerate() => _names;

    public byte[] Read(PictureFileName name, long maxBytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Problem is not null)
        {
            throw new BadDataException(name.Problem);
        }

        if (!_entries.TryGetValue(name.Name, out var entry))
        {
            throw Refuse(name, "the zip has no such file");
        }

        if (entry.Length > maxBytes || entry.Length > Array.MaxLength)
        {
            throw Refuse(name, $"the file has {entry.Length} bytes; at most {maxBytes} are read");
        }

        byte[] content = GC.AllocateUninitializedArray<byte>((int)entry.Length);
        lock (_reading)
        {
            Inflate(entry, name, content);
        }

        return Crc32.Of(content) == entry.Crc32 ? content : throw Refuse(name, "its content does not match the CRC in the zip");
    }

    public void Dispose() => _archive.Dispose();

    private static bool IsZipError(Exception error) => error is InvalidDataException or IOException or UnauthorizedAccessException
        or NotSupportedException or ArgumentException or OverflowException;

    private void Inflate(ZipArchiveEntry entry, PictureFileName name, byte[] content)
    {
        try
        {
            using var stream = entry.Open();
            int read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (read < content.Length)
            {
                throw Refuse(name, $"it ends after {read} of {content.Length} bytes");
            }

            Span<byte> more = stackalloc byte[1];
            if (stream.Read(more) != 0)
            {
                throw Refuse(name, $"it has more than the {content.Length} bytes that the zip says");
            }
        }
        catch (Exception error) when (IsZipError(error))
        {
            throw Refuse(name, error.Message.TrimEnd('.'), error);
        }
    }

    private BadDataException Refuse(PictureFileName name, string reason, Exception? inner = null) => PictureFiles.Refuse(name.Name, Path, reason, inner);

    private void List(long fileBytes)
    {
        if (_archive.Entries.Count > LargestEntryCount)
        {
            throw new BadDataException($"the zip '{Path}' lists {_archive.Entries.Count} files; at most {LargestEntryCount} are read. Unpack it, or split it.");
        }

        // Entries that share their bytes make a small file huge.
        Int128 compressed = 0;
        foreach (var entry in _archive.Entries)
        {
            compressed += entry.CompressedLength;
        }

        if (compressed > fileBytes)
        {
            throw new BadDataException($"the files in the zip '{Path}' would take {compressed} bytes, and it has {fileBytes}: they overlap, as in a bomb. Get it from elsewhere.");
        }

        foreach (var entry in _archive.Entries)
        {
            string name = entry.FullName.Replace('\\', '/');
            if (name.EndsWith('/'))
            {
                continue;
            }

            string? problem = NameProblem(name) ?? EntryProblem(entry)
                ?? (_entries.TryAdd(name, entry) ? null : "the zip has another file of the same name before it");
            _names.Add(new PictureFileName(name, entry.Length, problem is null ? null : PictureFiles.Problem(name, Path, problem)));
        }

        _names.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
    }

    private static string? NameProblem(string name) =>
        name.Length == 0 ? "it has no name"
        : name.Length > PackedSetFormat.LargestNameBytes ? "its name is too long"
        : name.Any(char.IsControl) ? "its name has control characters"
        : name[0] == '/' || (name.Length > 1 && name[1] == ':') ? "its name begins at the root of a disk"
        : name.Split('/').Any(part => part is "." or "..") ? "its name leads out of the zip"
        : null;

    private static string? EntryProblem(ZipArchiveEntry entry) =>
        entry.IsEncrypted ? "it is encrypted"
        : ((entry.ExternalAttributes >> 16) & KindMask) == LinkKind ? "it is a link"
        : entry.Length < 0 || entry.CompressedLength < 0 ? "its size makes no sense"
        : entry.Length >= RatioMattersFrom && entry.Length / LargestRatio > entry.CompressedLength
            ? $"it unpacks {entry.CompressedLength} bytes to {entry.Length}, as a bomb does"
            : null;
}
