using Microsoft.Win32.SafeHandles;

namespace LatentWalk.Data;

/// <summary>A file that grows at its end while it is written, and can be read back. Writes are gathered in one small buffer.</summary>
internal sealed class SpoolFile : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly Action<string>? _beforeWrite;
    private int _buffered;

    /// <param name="path">
    /// Taken for this process alone: a second writer is refused by the system. What a killed one left there is overwritten.
    /// </param>
    /// <param name="beforeWrite">Told before anything reaches the disk; tests stop there.</param>
    public SpoolFile(string path, Action<string>? beforeWrite)
    {
        Path = path;
        _beforeWrite = beforeWrite;
        beforeWrite?.Invoke("open " + path);
        Handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        RandomAccess.SetLength(Handle, 0);
    }

    public string Path { get; }

    public SafeFileHandle Handle { get; }

    /// <summary>Bytes appended, those in the buffer too.</summary>
    public long Length => Written + _buffered;

    private long Written { get; set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _buffered)
        {
            Flush();
        }

        if (bytes.Length > _buffer.Length)
        {
            Put(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += bytes.Length;
    }

    public void Flush()
    {
        if (_buffered > 0)
        {
            Put(_buffer.AsSpan(0, _buffered));
            _buffered = 0;
        }
    }

    /// <summary>Replaces bytes that are on the disk already.</summary>
    public void Overwrite(ReadOnlySpan<byte> bytes, long offset)
    {
        _beforeWrite?.Invoke("overwrite " + Path);
        RandomAccess.Write(Handle, bytes, offset);
    }

    /// <summary>The file from <paramref name="offset"/> to its end in pieces; flush first. A piece is valid during the call only.</summary>
    public void ReadBack(long offset, Action<ReadOnlySpan<byte>> take)
    {
        var block = new byte[1 << 20];
        for (int read; (read = RandomAccess.Read(Handle, block, offset)) > 0; offset += read)
        {
            take(block.AsSpan(0, read));
        }
    }

    /// <summary>Closes; what was not flushed is lost, and nothing is thrown.</summary>
    public void Dispose() => Handle.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _beforeWrite?.Invoke("write " + Path);
        RandomAccess.Write(Handle, bytes, Written);
        Written += bytes.Length;
    }
}
