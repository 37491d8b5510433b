using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using Microsoft.Win32.SafeHandles;

namespace LatentWalk.Data;

/// <summary>
/// A packed set of pictures, open for reading. Opening checks everything but the pixels, in memory that does not grow with
/// the set; each picture has a CRC of its own. Any number of threads may read.
/// </summary>
/// <remarks>
/// There are two ways to a picture. The indexer gives the mapped file itself: no copy, but a device that fails or a file that
/// is cut while it is mapped ends the process, and no program can catch that. <see cref="TryRead"/> copies the picture by an
/// ordinary read (about a microsecond for 64×64) and checks it: what goes wrong is a <c>false</c>. Long runs use that.
/// </remarks>
public sealed unsafe class PackedSet : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly PackedSetHeader _header;
    private readonly Lock _mapping = new();
    private MemoryMappedFile? _map;
    private MemoryMappedViewAccessor? _view;
    private byte* _pictures;

    private PackedSet(string path, SafeFileHandle handle, PackedSetHeader header, IReadOnlyList<SetClass> classes)
    {
        Path = path;
        _handle = handle;
        _header = header;
        Classes = classes;
        Fingerprint = Convert.ToHexStringLower(header.Fingerprint);
    }

    /// <summary>With the dot.</summary>
    public static string Ending => PackedSetFormat.Ending;

    public string Path { get; }

    public int Count => _header.Count;

    /// <summary>Side in pixels.</summary>
    public int Size => _header.Size;

    /// <summary>3 (RGB) or 4 (RGBA, straight alpha).</summary>
    public int Channels => _header.Channels;

    /// <summary>Of one picture: size · size · channels.</summary>
    public int PictureBytes => _header.PictureBytes;

    public IReadOnlyList<SetClass> Classes { get; }

    /// <summary>
    /// SHA-256 of the side, the count and the pixels in order, lower-case hexadecimal: that of a folder whose pictures decode
    /// to the same pixels, so a run may go on from either. As written; not computed anew.
    /// </summary>
    public string Fingerprint { get; }

    /// <summary>uint8 [size, size, channels], straight from the map; not checked. Valid until the set is disposed.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            RequireIndex(index);
            return new(Pictures() + ((long)index * PictureBytes), PictureBytes);
        }
    }

    /// <summary>Whether a file begins as a set does, whatever its name.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith(PackedSetFormat.Magic);

    /// <exception cref="BadDataException">Not a set, or one that is damaged or cut short.</exception>
    /// <exception cref="DiskException">The file cannot be read.</exception>
    public static PackedSet Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new BadDataException(Directory.Exists(path)
                ? $"'{path}' is a folder; expected a picture set ({PackedSetFormat.Ending})."
                : $"there is no picture set '{path}'. Check the path, or make one with lw prepare.");
        }

        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            long fileBytes = RandomAccess.GetLength(handle);
            var page = new byte[(int)Math.Min(PackedSetFormat.HeaderBytes, fileBytes)];
            var header = ReadExactly(handle, page, 0) ? PackedSetHeader.Parse(path, page, fileBytes) : throw PackedSetFormat.Bad(path, "it became shorter while it was being read");
            var set = new PackedSet(path, handle, header, PackedSetTail.Check(path, handle, header));
            handle = null;
            return set;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error) || error is NotSupportedException)
        {
            throw DiskErrors.Wrap("read", path, error);
        }
        finally
        {
            handle?.Dispose();
        }
    }

    /// <exception cref="DiskException">The device does not give it.</exception>
    public PictureEntry Entry(int index)
    {
        RequireIndex(index);
        try
        {
            Span<byte> records = stackalloc byte[2 * EntryRecord.Bytes];
            bool first = index == 0;
            var wanted = first ? records[EntryRecord.Bytes..] : records;
            long nameStart = 0;
            if (ReadExactly(_handle, wanted, _header.RecordsAt + ((long)(first ? 0 : index - 1) * EntryRecord.Bytes)))
            {
                nameStart = first ? 0 : EntryRecord.Read(records).NameEnd;
                var record = EntryRecord.Read(records[EntryRecord.Bytes..]);
                long nameBytes = record.NameEnd - nameStart;
                if (nameBytes is >= 0 and <= PackedSetFormat.LargestNameBytes)
                {
                    Span<byte> name = stackalloc byte[(int)nameBytes];
                    if (ReadExactly(_handle, name, _header.NamesAt + nameStart))
                    {
                        return new PictureEntry(Encoding.UTF8.GetString(name), EntryRecord.Sha256(records[EntryRecord.Bytes..]), record.Class, record.Mirrored);
                    }
                }
            }
        }
        catch (IOException error)
        {
            throw DiskErrors.Wrap("read", Path, error);
        }

        throw PackedSetFormat.Bad(Path, $"the record of picture {index} changed since it was opened");
    }

    /// <summary>The picture's class, -1 for none; -1 also when the device does not give it.</summary>
    public int ClassOf(int index)
    {
        RequireIndex(index);
        Span<byte> record = stackalloc byte[EntryRecord.Bytes];
        return TryReadExactly(record, RecordAt(index)) && EntryRecord.Read(record).Class is var found && found < Classes.Count ? found : -1;
    }

    /// <summary>Copies a picture, uint8 [size, size, channels], and checks it. Allocates nothing.</summary>
    /// <returns>False when the device does not give it or it is not what was written; the pixels are then anything.</returns>
    public bool TryRead(int index, Span<byte> pixels)
    {
        RequireIndex(index);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, PictureBytes);
        Span<byte> record = stackalloc byte[EntryRecord.Bytes];
        return TryReadExactly(pixels, _header.PictureAt(index)) && TryReadExactly(record, RecordAt(index))
            && PackedSetFormat.Crc(pixels) == EntryRecord.Read(record).Crc;
    }

    /// <summary>As <see cref="TryRead"/>, with what is not opaque laid over white.</summary>
    /// <param name="buffer">At least <see cref="PictureBytes"/>; the result lies in it.</param>
    /// <returns>uint8 [size, size, 3]; empty when the picture cannot be had.</returns>
    public ReadOnlySpan<byte> ReadRgb(int index, Span<byte> buffer)
    {
        var pixels = buffer[..PictureBytes];
        return !TryRead(index, pixels) ? []
            : Channels == 3 ? pixels
            : OverWhite(pixels);
    }

    /// <summary>Whether the picture is what was written. Reads it, not through the map.</summary>
    public bool Verify(int index)
    {
        byte[] pixels = ArrayPool<byte>.Shared.Rent(PictureBytes);
        try
        {
            return TryRead(index, pixels.AsSpan(0, PictureBytes));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }

    public void Dispose()
    {
        lock (_mapping)
        {
            if (_pictures is not null)
            {
                _view!.SafeMemoryMappedViewHandle.ReleasePointer();
                _pictures = null;
            }

            _view?.Dispose();
            _map?.Dispose();
            _handle.Dispose();
        }
    }

    // RGBA to RGB in place.
    private static Span<byte> OverWhite(Span<byte> rgba)
    {
        int to = 0;
        for (int at = 0; at < rgba.Length; at += 4)
        {
            int alpha = rgba[at + 3];
            for (int c = 0; c < 3; c++)
            {
                rgba[to++] = (byte)(((rgba[at + c] * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }
        }

        return rgba[..to];
    }

    internal static bool ReadExactly(SafeFileHandle handle, Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(handle, bytes, offset);
            if (read == 0)
            {
                return false;
            }

            bytes = bytes[read..];
            offset += read;
        }

        return true;
    }

    private bool TryReadExactly(Span<byte> bytes, long offset)
    {
        try
        {
            return ReadExactly(_handle, bytes, offset);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return false;
        }
    }

    private long RecordAt(int index) => _header.RecordsAt + ((long)index * EntryRecord.Bytes);

    private void RequireIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }

    // Mapped at the first use: who only reads never has the file in its memory.
    private byte* Pictures()
    {
        if (_pictures is null)
        {
            lock (_mapping)
            {
                ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
                if (_pictures is null)
                {
                    _map ??= MemoryMappedFile.CreateFromFile(_handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
                    _view ??= _map.CreateViewAccessor(0, _header.RecordsAt, MemoryMappedFileAccess.Read);
                    byte* start = null;
                    _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
                    _pictures = start + _view.PointerOffset + PackedSetFormat.HeaderBytes;
                }
            }
        }

        return _pictures;
    }
}
