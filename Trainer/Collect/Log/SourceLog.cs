using System.Text;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Trainer.Collect.Log;

/// <summary>
/// <c>sources.jsonl</c>: a line for every address, made durable before the next request. What a kill leaves of a last line is cut off when the file is
/// opened again. In memory is where the lines are, not the lines.
/// </summary>
internal sealed class SourceLog : IDisposable
{
    public const string FileName = "sources.jsonl";
    private const string LockName = ".lw-collect.lock";
    private const int LongestLine = 64 << 20;

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly FileStream _file;
    private readonly Dictionary<(SourceKind, string), (long At, int Bytes)> _index = [];

    private SourceLog(string path, FileStream taken, FileStream file)
    {
        _path = path;
        _lock = taken;
        _file = file;
    }

    /// <summary>Lines of earlier runs, those that failed included.</summary>
    public int Earlier { get; private set; }

    /// <param name="see">Called with every record of earlier runs, in order.</param>
    /// <exception cref="UsageException">The folder holds other things, another collection, or one that is being made.</exception>
    /// <exception cref="BadDataException">The file is damaged.</exception>
    /// <exception cref="DiskException">The disk refused.</exception>
    public static SourceLog Open(string folder, CollectionHeader header, Action<SourceRecord> see)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            RequireFit(folder, path);
            FileStream taken = Lock(folder);
            try
            {
                var log = new SourceLog(path, taken, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete));
                try
                {
                    log.ReadAll(header, see);
                    return log;
                }
                catch
                {
                    log.Dispose();
                    throw;
                }
            }
            catch
            {
                taken.Dispose();
                throw;
            }
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", path, error);
        }
    }

    /// <summary>What became of an address, for good; null when it has yet to be asked for, or tried again.</summary>
    public SourceRecord? Find(SourceKind kind, Uri address)
    {
        if (!_index.TryGetValue((kind, address.AbsoluteUri), out (long At, int Bytes) place))
        {
            return null;
        }

        byte[] line = new byte[place.Bytes];
        for (int read = 0, more; read < line.Length; read += more)
        {
            more = RandomAccess.Read(_file.SafeFileHandle, line.AsSpan(read), place.At + read);
            if (more == 0)
            {
                throw Damaged("it became shorter while it was in use");
            }
        }

        return Parse(line, 0);
    }

    /// <summary>Durable on return.</summary>
    /// <exception cref="DiskException">The disk refused; the file is as it was.</exception>
    public void Append(SourceRecord record)
    {
        (long at, int bytes) = Write(JsonSerializer.SerializeToUtf8Bytes(record, SourceJson.Lines.SourceRecord));
        Index(record, at, bytes);
    }

    /// <summary>Takes back a file that only this run has written, so that a mistyped address leaves nothing behind.</summary>
    public void DiscardIfNew()
    {
        if (Earlier == 0)
        {
            AtomicFile.TryDelete(_path);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private static void RequireFit(string folder, string path)
    {
        if (File.Exists(folder))
        {
            throw new UsageException($"'{folder}' is a file; name a new or an empty folder to collect into.");
        }

        Directory.CreateDirectory(folder);
        if (!File.Exists(path) && Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => Path.GetFileName(entry) != LockName) is { } stranger)
        {
            throw new UsageException($"'{folder}' is no collection and holds '{Path.GetFileName(stranger)}'; name a new or an empty folder to collect into.");
        }
    }

    private static FileStream Lock(string folder)
    {
        string path = Path.Combine(folder, LockName);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (File.Exists(path) && !DiskErrors.IsFull(error))
        {
            throw new UsageException($"another process is collecting into '{folder}'. Wait for it or name another folder.", error);
        }
    }

    private void ReadAll(CollectionHeader header, Action<SourceRecord> see)
    {
        int number = 0;
        foreach ((long at, byte[] line) in Lines())
        {
            if (++number == 1)
            {
                CollectionHeader before = ParseHeader(line);
                if (before.Difference(header) is { } difference)
                {
                    throw new UsageException($"'{Path.GetDirectoryName(_path)}' was collected {difference}. Give the same to go on, or name another folder.");
                }

                continue;
            }

            SourceRecord record = Parse(line, number);
            Index(record, at, line.Length);
            Earlier++;
            see(record);
        }

        if (number == 0)
        {
            Write(JsonSerializer.SerializeToUtf8Bytes(header, SourceJson.Lines.CollectionHeader));
            Fsync.Directory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        }
    }

    // Whole lines only; what follows the last one is cut off.
    private IEnumerable<(long At, byte[] Line)> Lines()
    {
        var line = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        long start = 0;
        int read;
        _file.Position = 0;
        while ((read = _file.Read(buffer)) > 0)
        {
            for (int from = 0; from < read;)
            {
                int end = buffer.AsSpan(from, read - from).IndexOf((byte)'\n');
                int count = end < 0 ? read - from : end;
                line.Write(buffer, from, count);
                from += count + 1;
                if (line.Length > LongestLine)
                {
                    throw Damaged($"the line at byte {start} is longer than any that is written");
                }

                if (end >= 0)
                {
                    yield return (start, line.ToArray());
                    start += line.Length + 1;
                    line.SetLength(0);
                }
            }
        }

        _file.SetLength(start);
        _file.Position = start;
    }

    private void Index(SourceRecord record, long at, int bytes)
    {
        if (record.Outcome != SourceOutcome.Failed)
        {
            _index[(record.Kind, record.Address)] = (at, bytes);
        }
    }

    private (long At, int Bytes) Write(byte[] line)
    {
        long at = _file.Position;
        try
        {
            _file.Write([.. line, (byte)'\n']);
            _file.Flush();
            Fsync.File(_file.SafeFileHandle);
            return (at, line.Length);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", _path, error);
        }
    }

    private CollectionHeader ParseHeader(byte[] line)
    {
        CollectionHeader? header = StrictJson.TryParse(Encoding.UTF8.GetString(line), SourceJson.Lines.CollectionHeader, out string? problem);
        problem ??= header!.Version == CollectionHeader.CurrentVersion ? null : $"it is of version {header.Version}; {CollectionHeader.CurrentVersion} is read";
        return problem is null ? header! : throw Damaged($"line 1: {problem}");
    }

    private SourceRecord Parse(byte[] line, int number) =>
        StrictJson.TryParse(Encoding.UTF8.GetString(line), SourceJson.Lines.SourceRecord, out string? problem) ?? throw Damaged($"line {number}: {problem}");

    private BadDataException Damaged(string problem) =>
        new($"'{_path}' is damaged: {problem}. Take that line out and run the same command again, or collect into another folder.");
}
