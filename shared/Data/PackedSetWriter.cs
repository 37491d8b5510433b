using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Data;

/// <summary>
/// Writes a packed set picture by picture, in memory that does not grow with their number. Until <see cref="Commit"/> the
/// path holds what it held before; after it, the whole new set, durably. Disposing without committing leaves nothing behind.
/// </summary>
/// <remarks>
/// Pixels, records and names are gathered in three temporary files <c>.lw-NAME.*.tmp</c> beside the set; a writer that was
/// killed leaves those, and the next writer of the same set takes them over. Two writers of one set at a time are refused. One thread.
/// </remarks>
public sealed class PackedSetWriter : IDisposable
{
    private readonly string _path;
    private readonly string _full;
    private readonly int _size;
    private readonly int _channels;
    private readonly string[] _classes;
    private readonly byte[] _classNames;
    private readonly int[] _classCounts;
    private readonly List<SpoolFile> _spools = [];
    private readonly SpoolFile _pictures;
    private readonly SpoolFile _records;
    private readonly SpoolFile _names;
    private readonly Action<string>? _beforeWrite;
    private int _count;
    private bool _ended;

    /// <param name="path">By custom with the ending <c>.lwset</c>. A set that is there is replaced when this one is whole.</param>
    /// <param name="size">Side of every picture.</param>
    /// <param name="channels">3 (RGB) or 4 (RGBA, straight alpha).</param>
    /// <param name="classes">Names of the classes that entries refer to by index; may be empty.</param>
    /// <exception cref="DiskException">The folder cannot be written to, or the same set is being written already.</exception>
    public PackedSetWriter(string path, int size, int channels, IReadOnlyList<string> classes)
        : this(path, size, channels, classes, beforeWrite: null)
    {
    }

    internal PackedSetWriter(string path, int size, int channels, IReadOnlyList<string> classes, Action<string>? beforeWrite)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, PackedSetFormat.LargestSize);
        if (channels is not (3 or 4))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A picture of a set has 3 or 4 channels.");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes.Count, PackedSetFormat.LargestClassCount, nameof(classes));
        _path = path;
        _full = Path.GetFullPath(path);
        _size = size;
        _channels = channels;
        _classes = [.. classes];
        _classNames = PackedSetTail.ClassNames(_classes);
        _classCounts = new int[_classes.Length];
        _beforeWrite = beforeWrite;
        try
        {
            _pictures = Spool("pictures");
            _records = Spool("records");
            _names = Spool("names");
            _pictures.Append(new byte[PackedSetFormat.HeaderBytes]);
        }
        catch (Exception error)
        {
            Dispose();
            if (DiskErrors.IsDiskError(error))
            {
                throw DiskErrors.Wrap("write", path, error);
            }

            throw;
        }
    }

    /// <summary>Pictures added.</summary>
    public int Count => _count;

    /// <param name="pixels">uint8 [size, size, channels].</param>
    /// <exception cref="DiskException">The disk refused; nothing more can be added, and nothing is left behind.</exception>
    public void Add(ReadOnlySpan<byte> pixels, PictureEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ObjectDisposedException.ThrowIf(_ended, this);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, _size * _size * _channels, nameof(pixels));
        ArgumentOutOfRangeException.ThrowIfLessThan(entry.Class, -1, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(entry.Class, _classes.Length, nameof(entry));
        if (entry.Sha256.Length != 64 || !entry.Sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException($"'{entry.Sha256}' is no SHA-256 in lower-case hexadecimal.", nameof(entry));
        }

        // A name that has no UTF-8 form, or an absurdly long one, is not worth a picture: it is kept as near as can be.
        Span<byte> name = stackalloc byte[PackedSetFormat.LargestNameBytes];
        Encoding.UTF8.GetEncoder().Convert(entry.Source, name, flush: true, out _, out int nameBytes, out _);
        Span<byte> record = stackalloc byte[EntryRecord.Bytes];
        new EntryRecord(_names.Length + nameBytes, entry.Class, entry.Mirrored, PackedSetFormat.Crc(pixels)).Write(record, entry.Sha256);
        try
        {
            _pictures.Append(pixels);
            _records.Append(record);
            _names.Append(name[..nameBytes]);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            Dispose();
            throw DiskErrors.Wrap("write", _path, error);
        }

        _count = checked(_count + 1);
        if (entry.Class >= 0)
        {
            _classCounts[entry.Class]++;
        }
    }

    /// <summary>Makes the set durable and puts it in its place. Reads the pixels back once for the fingerprint.</summary>
    /// <exception cref="BadDataException">No picture was added.</exception>
    /// <exception cref="DiskException">The disk refused; what was at the path is as it was.</exception>
    public PackedSetSummary Commit()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        if (_count == 0)
        {
            Dispose();
            throw new BadDataException($"there is no picture to put into '{_path}'; a set needs at least one.");
        }

        try
        {
            return WriteTail();
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            Dispose();
            throw DiskErrors.Wrap("write", _path, error);
        }
    }

    /// <summary>Deletes what was not committed.</summary>
    public void Dispose()
    {
        _ended = true;
        foreach (var spool in _spools)
        {
            spool.Dispose();
            try
            {
                File.Delete(spool.Path);
            }
            catch (Exception error) when (DiskErrors.IsDiskError(error))
            {
                // The next writer of this set takes it over.
            }
        }

        _spools.Clear();
    }

    private SpoolFile Spool(string part)
    {
        string folder = Path.GetDirectoryName(_full) ?? throw new ArgumentException($"'{_path}' names no file.", nameof(part));
        var spool = new SpoolFile(Path.Combine(folder, $".lw-{Path.GetFileName(_full)}.{part}.tmp"), _beforeWrite);
        _spools.Add(spool);
        return spool;
    }

    private PackedSetSummary WriteTail()
    {
        _spools.ForEach(spool => spool.Flush());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var header = new PackedSetHeader(_size, _channels, _count, _classes.Length, _names.Length, _classNames.Length, FingerprintOfPictures(hash), []);
        foreach (var spool in (SpoolFile[])[_records, _names])
        {
            spool.ReadBack(0, block =>
            {
                _pictures.Append(block);
                hash.AppendData(block);
            });
        }

        _pictures.Append(_classNames);
        _pictures.Flush();
        hash.AppendData(_classNames);
        _pictures.Overwrite((header with { TailHash = hash.GetHashAndReset() }).ToBytes(), 0);
        Fsync.File(_pictures.Handle);
        long fileBytes = _pictures.Length;
        _pictures.Dispose();
        _beforeWrite?.Invoke("rename");
        File.Move(_pictures.Path, _full, overwrite: true);
        _beforeWrite?.Invoke("fsync folder");
        Fsync.Directory(Path.GetDirectoryName(_full)!);
        Dispose();
        return new PackedSetSummary(
            _path, _count, Convert.ToHexStringLower(header.Fingerprint), fileBytes, [.. _classes.Select((name, i) => new SetClass(name, _classCounts[i]))]);
    }

    // The count stands before the pixels and is known only now.
    private byte[] FingerprintOfPictures(IncrementalHash hash)
    {
        Span<byte> start = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(start, _size);
        BinaryPrimitives.WriteInt64LittleEndian(start[sizeof(int)..], _count);
        hash.AppendData(start);
        _pictures.ReadBack(PackedSetFormat.HeaderBytes, hash.AppendData);
        return hash.GetHashAndReset();
    }

    /// <summary>Lets go of the files as the system does for a process that is killed.</summary>
    internal void Abandon()
    {
        _ended = true;
        _spools.ForEach(spool => spool.Dispose());
        _spools.Clear();
    }
}
