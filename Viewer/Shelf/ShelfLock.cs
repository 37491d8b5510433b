using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Viewer.Shelf;

/// <summary>One viewer at a time changes the shelf. The operating system lets go of it when a viewer ends, however it ends.</summary>
internal static class ShelfLock
{
    private const int WaitMilliseconds = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="DiskException">It cannot be had.</exception>
    public static FileStream Take(string folder)
    {
        string path = Path.Combine(folder, ".shelf.lock");
        DateTime until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy) when (busy.GetType() == typeof(IOException) && DateTime.UtcNow < until && File.Exists(path))
            {
                Thread.Sleep(WaitMilliseconds);
            }
            catch (Exception error) when (DiskErrors.IsDiskError(error))
            {
                throw DiskErrors.Wrap("change the shelf in", folder, error);
            }
        }
    }
}
