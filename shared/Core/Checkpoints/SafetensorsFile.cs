using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using Microsoft.Win32.SafeHandles;

namespace LatentWalk.Core.Checkpoints;

/// <summary>
/// An open safetensors file. The header is read and checked at once, tensors when asked for: never more memory than
/// the header and what is asked for, whatever the file claims. Not mapped into memory, so a file that shrinks while it is open is an
/// error and not a crash.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private const int HashBlock = 1 << 16;

    private readonly SafeFileHandle _handle;
    private readonly SafetensorsHeader _header;

    private SafetensorsFile(string path, SafeFileHandle handle, SafetensorsHeader header)
    {
        Path = path;
        _handle = handle;
        _header = header;
    }

    public string Path { get; }

    /// <summary>The strings of <c>__metadata__</c>; see <see cref="CheckpointKeys"/>.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>What is in the file, by name.</summary>
    public IReadOnlyDictionary<string, TensorInfo> Tensors => _header.Tensors;

    /// <exception cref="BadModelException">Not a safetensors file, or one that is damaged; names the byte.</exception>
    /// <exception cref="DiskException">The file cannot be read.</exception>
    public static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new BadModelException(Directory.Exists(path)
                ? $"'{path}' is a folder; expected a .safetensors file."
                : $"'{path}' does not exist; expected a .safetensors file.");
        }

        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var file = new SafetensorsFile(path, handle, ReadHeader(path, handle));
            handle = null;
            return file;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", path, error);
        }
        finally
        {
            handle?.Dispose();
        }
    }

    public bool Contains(string name) => Tensors.ContainsKey(name);

    /// <summary>The raw elements of a tensor, little-endian; freshly read.</summary>
    public ReadOnlySpan<byte> Bytes(string name)
    {
        TensorInfo tensor = Find(name);
        var bytes = new byte[CheckArrayLength(tensor, tensor.ByteCount)];
        Read(tensor, bytes);
        return bytes;
    }

    /// <summary>The elements of an F32 tensor in C order; freshly read.</summary>
    /// <exception cref="BadModelException">No such tensor, or one of another type.</exception>
    public float[] Floats(string name) => Elements<float>(name, TensorType.F32);

    /// <summary>The elements of an F32 tensor in C order, into memory that is as long; it need not be aligned.</summary>
    /// <exception cref="BadModelException">No such tensor, or one of another type.</exception>
    public void ReadFloats(string name, Span<float> values)
    {
        TensorInfo tensor = Require(name, TensorType.F32);
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, tensor.ByteCount, nameof(values));
        Read(tensor, bytes);
    }

    /// <summary>The elements of an I64 tensor in C order; freshly read.</summary>
    /// <exception cref="BadModelException">No such tensor, or one of another type.</exception>
    public long[] Int64s(string name) => Elements<long>(name, TensorType.I64);

    /// <summary>A metadata string that has to be there.</summary>
    /// <exception cref="BadModelException">It is not.</exception>
    public string RequireMetadata(string key) => Metadata.TryGetValue(key, out string? value) ? value
        : throw new BadModelException($"'{Path}' has no metadata '{key}': it is not a checkpoint of Latent Walk.");

    /// <summary>Of the whole file as it was opened, 64 lower-case hexadecimal digits; reads all of it.</summary>
    public string Sha256()
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var block = new byte[HashBlock];
            long offset = 0;
            for (int read; (read = RandomAccess.Read(_handle, block, offset)) > 0; offset += read)
            {
                hash.AppendData(block, 0, read);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", Path, error);
        }
    }

    public void Dispose() => _handle.Dispose();

    internal static BadModelException Bad(string path, long at, string what) =>
        new($"'{path}' is not a usable safetensors file: {what} (at byte {at}). It is damaged, was cut short or was not written by a safetensors writer.");

    /// <exception cref="BadModelException">No such tensor, or one of another type.</exception>
    internal TensorInfo Require(string name, TensorType type)
    {
        TensorInfo tensor = Find(name);
        return tensor.Type == type ? tensor : throw new BadModelException($"tensor '{name}' in '{Path}' is {tensor}; expected {type.Name()}.");
    }

    private T[] Elements<T>(string name, TensorType type)
        where T : unmanaged
    {
        TensorInfo tensor = Require(name, type);
        var elements = new T[CheckArrayLength(tensor, tensor.ByteCount / Marshal.SizeOf<T>())];
        Read(tensor, MemoryMarshal.AsBytes(elements.AsSpan()));
        return elements;
    }

    private int CheckArrayLength(TensorInfo tensor, long length) => length <= Array.MaxLength ? (int)length
        : throw new BadModelException($"tensor '{tensor.Name}' in '{Path}' is {tensor}: too large to read at once.");

    private TensorInfo Find(string name) => Tensors.TryGetValue(name, out TensorInfo? tensor) ? tensor
        : throw new BadModelException($"'{Path}' has no tensor '{name}': the checkpoint is of another kind or incomplete.");

    private void Read(TensorInfo tensor, Span<byte> bytes)
    {
        try
        {
            ReadExactly(Path, _handle, bytes, tensor.FileOffset);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", Path, error);
        }
    }

    private static SafetensorsHeader ReadHeader(string path, SafeFileHandle handle)
    {
        long fileBytes = RandomAccess.GetLength(handle);
        if (fileBytes < SafetensorsFormat.LengthBytes)
        {
            throw Bad(path, fileBytes, $"the file has {fileBytes} bytes, expected at least the {SafetensorsFormat.LengthBytes} of the header's length");
        }

        Span<byte> length = stackalloc byte[SafetensorsFormat.LengthBytes];
        ReadExactly(path, handle, length, 0);
        ulong headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(length);
        if (headerBytes > SafetensorsFormat.LargestHeader)
        {
            throw Bad(path, 0, $"the header claims {headerBytes} bytes, at most {SafetensorsFormat.LargestHeader} are allowed");
        }

        if (SafetensorsFormat.LengthBytes + (long)headerBytes > fileBytes)
        {
            throw Bad(path, fileBytes, $"the header claims {headerBytes} bytes but the file ends after {fileBytes - SafetensorsFormat.LengthBytes} of them");
        }

        var json = new byte[headerBytes];
        ReadExactly(path, handle, json, SafetensorsFormat.LengthBytes);
        return SafetensorsHeader.Parse(path, json, fileBytes);
    }

    private static void ReadExactly(string path, SafeFileHandle handle, Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(handle, bytes, offset);
            if (read == 0)
            {
                throw Bad(path, offset, "the file became shorter while it was being read");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}
