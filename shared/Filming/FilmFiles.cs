using LatentWalk.Core.Files;

namespace LatentWalk.Filming;

/// <summary>Steps that every kind of film takes on the disk.</summary>
internal static class FilmFiles
{
    /// <summary>A name beside the film's own, of the kind that may be deleted when it is found left over.</summary>
    public static string TemporaryBeside(string path) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".lw-film-{Environment.ProcessId}-{Guid.NewGuid():N}.tmp");

    public static void OnDisk(string doing, string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap(doing, path, error);
        }
    }

    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // What is reported is why the film was given up.
        }
    }
}
