using LatentWalk.Core.Files;

namespace LatentWalk.Trainer.Runs;

/// <summary>
/// The run's pictures.lwset: what a folder or a zip too large for memory was decoded to. It serves until the run has reached its
/// last step, so that resuming decodes nothing; then it goes.
/// </summary>
internal static class RunPictures
{
    private const string FileName = "pictures.lwset";

    public static string PathIn(string runFolder) => Path.Combine(runFolder, FileName);

    /// <param name="data">What the run is trained on; when it is that very file, it stays.</param>
    public static void Remove(string runFolder, string data)
    {
        string path = PathIn(runFolder);
        if (Path.GetFullPath(path) == Path.GetFullPath(data))
        {
            return;
        }

        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // It only takes room; the run is done.
        }
    }
}
