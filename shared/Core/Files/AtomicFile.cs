using System.Diagnostics;
using System.Text;

namespace LatentWalk.Core.Files;

/// <summary>
/// Replaces or creates a file so that a reader, a crash or a power cut sees the old content or the new, never a part:
/// temporary file in the same folder, checked fsync, rename, fsync of the folder.
/// </summary>
public static class AtomicFile
{
    /// <summary>Temporary files are called <c>.lw-*.tmp</c>; one that is left over by a crash may be deleted.</summary>
    public const string TemporaryPattern = ".lw-*.tmp";

    private static int s_counter;

    /// <param name="write">Writes the content from start to end. Its own exceptions pass through and leave nothing behind.</param>
    /// <exception cref="Errors.DiskException">The disk refused; the old content, if any, is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? throw new ArgumentException($"'{path}' names no file.", nameof(path));
        string temporary = TemporaryPath(folder);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush();
                Fsync.File(stream.SafeFileHandle);
            }

            File.Move(temporary, full, overwrite: true);
            Fsync.Directory(folder);
        }
        catch (Exception error)
        {
            TryDelete(temporary);
            if (DiskErrors.IsDiskError(error))
            {
                throw DiskErrors.Wrap("write", path, error);
            }

            throw;
        }
    }

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text) =>
        Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Deletes what writers that were killed left in a folder. Files of processes that still run are left alone.</summary>
    public static void Sweep(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        foreach (string path in Directory.EnumerateFiles(folder, TemporaryPattern))
        {
            string[] parts = Path.GetFileNameWithoutExtension(path).Split('-');
            if (parts.Length == 3 && int.TryParse(parts[1], out int process) && int.TryParse(parts[2], out int number)
                && (process == Environment.ProcessId ? number > Volatile.Read(ref s_counter) : !IsRunning(process)))
            {
                TryDelete(path);
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    internal static string TemporaryPath(string folder) =>
        Path.Combine(folder, $".lw-{Environment.ProcessId}-{Interlocked.Increment(ref s_counter)}.tmp");

    /// <summary>Deletes what may be left behind if need be.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // The reason the caller is about to report is the one that matters.
        }
    }
}
