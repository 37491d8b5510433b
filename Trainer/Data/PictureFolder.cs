using LatentWalk.Core.Errors;
using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Data;

/// <summary>Decodes a folder of pictures into memory, on several threads, leaving out what cannot be read.</summary>
internal static class PictureFolder
{
    /// <param name="memoryBytes">What may be used; a folder that needs more is refused before anything is decoded.</param>
    /// <param name="decoded">Called from any thread after each picture.</param>
    public static PictureSet Load(
        string folder, int size, Fit fit, int threads, long memoryBytes, Action<int, int>? decoded = null, CancellationToken cancel = default)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadDataException($"there is no folder of pictures at '{folder}'. Give one with --data.");
        }

        var paths = PictureFile.Find(folder);
        if (paths.Count == 0)
        {
            throw new BadDataException(
                $"the folder '{folder}' holds no picture. Expected PNG, JPEG, WebP or GIF files there or in its subfolders.");
        }

        long neededBytes = (long)paths.Count * size * size * 3;
        if (neededBytes > memoryBytes)
        {
            throw new DeviceException(
                $"the {paths.Count} pictures of '{folder}' take {Amount(neededBytes)} in memory at {size}×{size}, and {Amount(memoryBytes)} may be used. Train on fewer pictures or at a smaller resolution.");
        }

        var pictures = new byte[paths.Count][];
        var reasons = new string?[paths.Count];
        int done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancel };
        Parallel.For(0, paths.Count, parallel, i =>
        {
            try
            {
                pictures[i] = PictureFile.Load(paths[i], size, fit);
            }
            catch (Exception error) when (error is BadDataException or IOException or UnauthorizedAccessException)
            {
                reasons[i] = error.Message;
            }

            decoded?.Invoke(Interlocked.Increment(ref done), paths.Count);
        });

        var skipped = paths.Zip(reasons).Where(pair => pair.Second is not null)
            .Select(pair => new SkippedPicture(pair.First, pair.Second!)).ToList();
        var kept = pictures.Where(picture => picture is not null).ToArray();
        if (kept.Length == 0)
        {
            throw new BadDataException(
                $"none of the {paths.Count} pictures in '{folder}' could be read. The first: {skipped[0].Reason}");
        }

        return new PictureSet(kept, size, skipped);
    }

    private static string Amount(long bytes) => bytes >= 1e9 ? $"{bytes / 1e9:0.0} GB" : $"{bytes / 1e6:0.0} MB";
}
