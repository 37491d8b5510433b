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

        int descriptor = NativeOpen(path, ReadOnlyFlag);
        if (descriptor < 0)
        {
            throw Failure("opening the folder", Marshal.GetLastPInvokeError());
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        int error = Retry(() => NativeFsync(handle));
        if (error != 0 && error != ErrorInvalid && error != ErrorNotSupported)
        {
            throw Failure("fsync of the folder", error);
        }
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

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeOpen(string path, int flags);
}
