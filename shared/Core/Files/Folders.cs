using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Files;

/// <summary>Folders to write to.</summary>
public static class Folders
{
    /// <summary>Makes a folder and those that it lies in; nothing happens where it is.</summary>
    /// <exception cref="DiskException">It cannot be made.</exception>
    public static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("make the folder", path, error);
        }
    }

    /// <summary>Makes the folder that a file is to lie in.</summary>
    /// <exception cref="DiskException">It cannot be made.</exception>
    public static void MakeFor(string file) => Make(Path.GetDirectoryName(Path.GetFullPath(file))!);
}
