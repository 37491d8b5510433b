using System.Runtime.ExceptionServices;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Painting;

/// <summary>
/// Writes a folder of painted pictures, all or nothing. The pictures are painted into a folder inside, made durable, and only then
/// moved to their places; what a crash leaves in the middle of the moving, the next call brings to its end first.
/// Pictures that an earlier call painted are replaced; a folder with anything else in it is refused.
/// </summary>
internal static class PaintedSet
{
    private const string StagingName = ".lw-paint";

    /// <param name="painted">Called with the number of pictures done so far, from any thread.</param>
    /// <exception cref="UsageException">The request or the folder is not fit.</exception>
    /// <exception cref="DiskException">The disk refused; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop; the folder is as it was.</exception>
    internal static void Write(string folder, PaintRequest request, Action<int> painted, CancellationToken stop)
    {
        IReadOnlyList<string> problems = request.Validate();
        if (problems.Count > 0)
        {
            throw new UsageException($"cannot paint: {string.Join("; ", problems)}.");
        }

        bool isNew = !Directory.Exists(folder);
        string staging = Path.Combine(folder, StagingName);
        try
        {
            RequireFit(folder);
            byte[] values = Stage(staging, request, painted, stop);
            AtomicFile.WriteText(Path.Combine(staging, PaintedLabels.FileName), PaintedLabels.Text(request, values));
        }
        catch (Exception error)
        {
            Remove(staging, isNew ? folder : null);
            if (DiskErrors.IsDiskError(error))
            {
                throw DiskErrors.Wrap("write", folder, error);
            }

            throw;
        }

        Publish(folder, staging);
    }

    // Only a folder that is empty, or all our own, may be written to.
    private static void RequireFit(string folder)
    {
        if (File.Exists(folder))
        {
            throw new UsageException($"'{folder}' is a file; name an empty or a new folder to paint into.");
        }

        Directory.CreateDirectory(folder);
        string staging = Path.Combine(folder, StagingName);
        if (File.Exists(Path.Combine(staging, PaintedLabels.FileName)))
        {
            Publish(folder, staging);
        }

        HashSet<string> own = [PaintedLabels.FileName, StagingName, .. Own(folder) ?? []];
        bool isOurs = Own(folder) is not null || !File.Exists(Path.Combine(folder, PaintedLabels.FileName));
        string? other = Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)!)
            .Where(name => !own.Contains(name) || (!isOurs && name == PaintedLabels.FileName)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (other is not null)
        {
            throw new UsageException($"'{folder}' has other files in it ('{other}'); name an empty or a new folder to paint into.");
        }

        Remove(staging, null);
    }

    private static byte[] Stage(string staging, PaintRequest request, Action<int> painted, CancellationToken stop)
    {
        Directory.CreateDirectory(staging);
        int attributes = request.Kind.Attributes.Count;
        var values = new byte[request.Count * attributes];
        int done = 0;
        try
        {
            Parallel.For(0, request.Count, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount },
                () => new Canvas(request.Size),
                (i, _, canvas) =>
                {
                    byte[] rgba = request.Kind.Paint(request.Seed, i, canvas, values.AsSpan(i * attributes, attributes));
                    File.WriteAllBytes(Path.Combine(staging, request.Kind.PictureName(i)), PngFile.Encode(rgba, request.Size, request.Size));
                    painted(Interlocked.Increment(ref done));
                    return canvas;
                },
                _ => { });
        }
        catch (AggregateException error)
        {
            // One worker's reason is enough: with a full disk they all have the same.
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }

        Fsync.Files(staging);
        return values;
    }

    private static void Publish(string folder, string staging)
    {
        try
        {
            string labels = Path.Combine(staging, PaintedLabels.FileName);
            IReadOnlyList<string> pictures = PaintedLabels.OwnPictures(File.ReadAllText(labels)) ?? [];
            foreach (string old in (Own(folder) ?? []).Except(pictures))
            {
                File.Delete(Path.Combine(folder, old));
            }

            foreach (string name in pictures)
            {
                string from = Path.Combine(staging, name);
                if (File.Exists(from))
                {
                    File.Move(from, Path.Combine(folder, name), overwrite: true);
                }
            }

            File.Move(labels, Path.Combine(folder, PaintedLabels.FileName), overwrite: true);
            Fsync.Directory(folder);
            Directory.Delete(staging, recursive: true);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", folder, error);
        }
    }

    private static IReadOnlyList<string>? Own(string folder)
    {
        string labels = Path.Combine(folder, PaintedLabels.FileName);
        return File.Exists(labels) ? PaintedLabels.OwnPictures(File.ReadAllText(labels)) : null;
    }

    private static void Remove(string staging, string? created)
    {
        try
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }

            if (created is not null && Directory.Exists(created))
            {
                Directory.Delete(created);
            }
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // What made us clean up is what the caller hears of; the next call sweeps the rest.
        }
    }
}
