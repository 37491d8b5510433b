namespace LatentWalk.Core.Files;

/// <summary>How much room there is.</summary>
public static class DiskSpace
{
    /// <summary>Bytes that this user may still write where a folder lies; null where the system does not tell.</summary>
    public static long? Free(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string full = Path.GetFullPath(folder);
        try
        {
            // On Windows a drive is named by its root; elsewhere any path stands for the file system it lies on.
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(full)! : full).AvailableFreeSpace;
        }
        catch (Exception error) when (error is ArgumentException || DiskErrors.IsDiskError(error))
        {
            return null;
        }
    }
}
