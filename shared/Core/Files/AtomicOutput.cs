namespace LatentWalk.Core.Files;

/// <summary>
/// <see cref="AtomicFile"/> for content that comes bit by bit: a temporary file in the same folder, which takes the name at
/// <see cref="Commit"/>. Disposed before that, nothing is left.
/// </summary>
public sealed class AtomicOutput : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly string _path;
    private readonly string _folder;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _committed;

    /// <exception cref="Errors.DiskException">The folder is not there or cannot be written.</exception>
    public AtomicOutput(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        string full = System.IO.Path.GetFullPath(path);
        _folder = System.IO.Path.GetDirectoryName(full) ?? throw new ArgumentException($"'{path}' names no file.", nameof(path));
        _temporary = AtomicFile.TemporaryPath(_folder);
        try
        {
            _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", path, error);
        }
    }

    /// <summary>Can be sought in, to put right what is known at the end only.</summary>
    public Stream Stream => _stream;

    /// <exception cref="Errors.DiskException">In place of what the disk said.</exception>
    public void Guard(Action write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            write();
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", _path, error);
        }
    }

    /// <summary>The content is whole: durable and under its own name.</summary>
    /// <exception cref="Errors.DiskException">The disk refused; what was there before is as it was.</exception>
    public void Commit() => Guard(() =>
    {
        _stream.Flush();
        Fsync.File(_stream.SafeFileHandle);
        _stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
        _committed = true;
        Fsync.Directory(_folder);
    });

    public void Dispose()
    {
        if (_committed)
        {
            return;
        }

        try
        {
            _stream.Dispose();
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // What it still held is given up with the rest.
        }

        AtomicFile.TryDelete(_temporary);
    }
}
