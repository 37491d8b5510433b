using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Files;

/// <summary>Turns what file calls throw into one sentence with a next step.</summary>
public static class DiskErrors
{
    private const int LinuxNoSpace = 28;
    private const int LinuxQuota = 122;
    private const int DarwinQuota = 69;
    private const int ReadOnlyFileSystem = 30;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int RuntimeDiskFull = unchecked((int)0x80131620);

    /// <summary>The failures that belong to the disk and not to the program.</summary>
    public static bool IsDiskError(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <param name="doing">What was tried, such as "write".</param>
    public static DiskException Wrap(string doing, string path, Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        string step = IsFull(error) ? "Free some space or choose another folder, then run the same command again."
            : error is UnauthorizedAccessException ? "Check that you may write there, or choose another folder."
            : error.HResult == ReadOnlyFileSystem ? "The file system is read-only: choose another folder."
            : "Check the path and the device, then run the same command again.";
        string reason = IsFull(error) ? "the disk is full" : error.Message.TrimEnd('.');
        return new DiskException($"cannot {doing} '{path}': {reason}. {step}", error);
    }

    /// <summary>No space, or no more of it for this user.</summary>
    public static bool IsFull(Exception error) => error.HResult switch
    {
        LinuxNoSpace or WindowsDiskFull or WindowsHandleDiskFull => true,
        LinuxQuota => OperatingSystem.IsLinux(),
        DarwinQuota => OperatingSystem.IsMacOS(),
        RuntimeDiskFull => error.Message.Contains("disk was full", StringComparison.Ordinal),
        _ => false,
    };
}
