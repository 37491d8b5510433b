using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LatentWalk.Core.Files;

/// <summary>
/// Makes written data durable and checks that it worked. The runtime's own <c>FileStream.Flush(true)</c> ignores a failing
/// <c>fsync</c> on Unix, which is exactly when a full disk or a failing device speaks up.
/// </summary>
public static partial class Fsync
{
    private const int ErrorInterrupted = 4;
    private const int ErrorInvalid = 22;
    private const int ReadOnlyFlag = 0;

    private static int ErrorNotSupported => OperatingSystem.IsLinux() ? 95 : 45;

    /// <summary>The file's data and metadata. The handle must be open for writing.</summary>
    /// <exception cref="IOException">The system reports that the data may not be on the device.</exception>
    public static void File(SafeFileHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(handle);
            return;
        }

        int error = Retry(() => NativeFsync(handle));
        if (error != 0)
        {
            throw Failure("fsync", error);
        }
    }

    /// <summary>The folder's entries: a rename survives a power cut only after this. Windows has no such call and needs none.</summary>
    /// <exception cref="IOException">The system reports a failure. File systems that cannot do it at all are let pass.</exception>
    public static void Directory(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using SafeFileHandle handle = OpenFolder(path);
        int error = Retry(() => NativeFsync(handle));
        if (error != 0 && error != ErrorInvalid && error != ErrorNotSupported)
        {
            throw Failure("fsync of the folder", error);
        }
    }

    /// <summary>All files right inside a folder that were just written, and their entries: one call where the system has it.</summary>
    /// <exception cref="IOException">The system reports that some of the data may not be on the device.</exception>
    public static void Files(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (OperatingSystem.IsLinux())
        {
            using SafeFileHandle handle = OpenFolder(folder);
            int error = Retry(() => NativeSyncfs(handle));
            if (error != 0)
            {
                throw Failure("syncfs", error);
            }

            return;
        }

        foreach (string path in System.IO.Directory.EnumerateFiles(folder))
        {
            using SafeFileHandle handle = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            File(handle);
        }

        Directory(folder);
    }

    private static SafeFileHandle OpenFolder(string path)
    {
        int descriptor = NativeOpen(path, ReadOnlyFlag);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw Failure("opening the folder", Marshal.GetLastPInvokeError());
    }

    private static int Retry(Func<int> call)
    {
        while (call() != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error != ErrorInterrupted)
            {
                return error;
            }
        }

        return 0;
    }

    // The error number is the HResult, as in the exceptions that the runtime's own file calls throw on Unix.
    private static IOException Failure(string what, int error) =>
        new($"{what} failed: {new Win32Exception(error).Message}", error);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int NativeFsync(SafeFileHandle descriptor);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int NativeSyncfs(SafeFileHandle descriptor);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeOpen(string path, int flags);
}
