using LatentWalk.Core.Files;

namespace LatentWalk.Exporter.Triton;

/// <summary>A folder that is filled under a hidden name and then renamed; what was not renamed is gone afterwards.</summary>
internal sealed class StagedFolder : IDisposable
{
    public StagedFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, $".lw-{Guid.NewGuid():N}.tmp");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>To a name in the same file system that is not taken.</summary>
    public void MoveTo(string folder)
    {
        Fsync.Directory(Path);
        Directory.Move(Path, folder);
        Fsync.Directory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(folder))!);
    }

    public void Dispose()
    {
        try
        {
            if (Directory.Exists(Path))
            {
                Directory.Delete(Path, recursive: true);
            }
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // What went wrong before is what the user hears of; the folder's name says that it may be deleted.
        }
    }
}
