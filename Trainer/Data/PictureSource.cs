using System.Security.Cryptography;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Data;
using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Data;

/// <summary>
/// Opens what <c>--data</c> names. A packed set is used as it is. A folder or a zip is decoded once, on all threads, in order:
/// into memory when it fits, else into a packed set of its own. Decoding anew in every epoch would cost a core for ever and
/// leave the run at the mercy of files that change; once it is decoded, nothing that happens to the folder matters.
/// </summary>
internal static class PictureSource
{
    // Decoded pictures that may wait for an earlier one; enough to keep all threads busy while one decodes a large file.
    private const int AheadForEachThread = 8;

    /// <exception cref="BadDataException">There is nothing there that can be trained on.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop; nothing was written.</exception>
    public static IPictureSet Open(PictureRequest request, CancellationToken cancel = default)
    {
        string path = request.Data;
        if (!File.Exists(path))
        {
            return Directory.Exists(path) ? Decode(request, cancel)
                : throw new BadDataException($"there is no folder of pictures at '{path}', and no zip or set. Give one with --data.");
        }

        Span<byte> head = stackalloc byte[FileHead.Bytes];
        return PackedSet.Recognises(FileHead.Read(path, head)) || path.EndsWith(PackedSet.Ending, StringComparison.OrdinalIgnoreCase)
            ? OpenPacked(path, request.Size)
            : Decode(request, cancel);
    }

    private static PackedPictures OpenPacked(string path, int size)
    {
        var set = PackedSet.Open(path);
        if (set.Size == size)
        {
            return new PackedPictures(set, []);
        }

        using (set)
        {
            throw new BadDataException(
                $"the pictures in '{path}' are {set.Size}×{set.Size}, and this run needs {size}×{size}. Pack them with lw prepare --size {size}, or train with --generator.resolution {set.Size} --discriminator.resolution {set.Size}.");
        }
    }

    private static IPictureSet Decode(PictureRequest request, CancellationToken cancel)
    {
        if (request.Known is not null && Packed(request) is { } before)
        {
            return before;
        }

        using var files = PictureFiles.Open(request.Data);
        IReadOnlyList<PictureFileName> all = [.. files.Enumerate()];
        var labels = LabelSource.Find(files, all);
        IReadOnlyList<PictureFileName> names = [.. all.Where(name => name.HasPictureEnding)];
        if (names.Count == 0)
        {
            throw new BadDataException(
                $"the {(Directory.Exists(request.Data) ? "folder" : "zip")} '{request.Data}' holds no picture. Expected PNG, JPEG, WebP or GIF files there or in its subfolders.");
        }

        var work = new DecodingWork(files, names, labels, request);
        return work.NeededBytes <= request.MemoryBytes
            ? IntoMemory(work, cancel)
            : IntoFile(work, cancel);
    }

    private static PackedPictures? Packed(PictureRequest request)
    {
        if (!File.Exists(request.PackedPath))
        {
            return null;
        }

        try
        {
            var set = PackedSet.Open(request.PackedPath);
            if (set.Fingerprint == request.Known && set.Size == request.Size)
            {
                return new PackedPictures(set, []);
            }

            set.Dispose();
        }
        catch (LatentWalkException)
        {
            // It is made anew.
        }

        return null;
    }

    private static PictureSet IntoMemory(DecodingWork work, CancellationToken cancel)
    {
        var kept = new List<byte[]>(work.Names.Count);
        var classes = new List<int>();
        var skipped = Run(work, hash: false, (picture, _, label) =>
        {
            kept.Add(picture.Rgb!);
            classes.Add(label);
        }, cancel);
        work.RequireSome(kept.Count, skipped);
        return new PictureSet([.. kept], work.Request.Size, skipped)
        {
            Classes = work.Labels?.Classes ?? [],
            ClassIndices = work.Labels is null ? [] : classes,
        };
    }

    private static PackedPictures IntoFile(DecodingWork work, CancellationToken cancel)
    {
        string path = work.Request.PackedPath;
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        bool isNew = !Directory.Exists(folder);
        work.Request.Say?.Invoke(
            $"The pictures take {Amount(work.NeededBytes)} at {work.Request.Size}×{work.Request.Size}, and {Amount(work.Request.MemoryBytes)} of memory may be used: they are decoded once into '{path}'.");
        try
        {
            Directory.CreateDirectory(folder);
            using var writer = new PackedSetWriter(path, work.Request.Size, 3, work.Labels?.Classes ?? []);
            var skipped = Run(
                work, hash: true, (picture, name, label) => writer.Add(picture.Rgb, new PictureEntry(name, picture.Sha256!, label, Mirrored: false)), cancel);
            work.RequireSome(writer.Count, skipped);
            writer.Commit();
            return new PackedPictures(PackedSet.Open(path), skipped);
        }
        catch (Exception error)
        {
            if (isNew && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }

            if (DiskErrors.IsDiskError(error))
            {
                throw DiskErrors.Wrap("write", path, error);
            }

            throw;
        }
    }

    private static string Amount(long bytes) => bytes >= 1e9 ? $"{bytes / 1e9:0.0} GB" : bytes >= 1e6 ? $"{bytes / 1e6:0.0} MB" : $"{bytes / 1e3:0.0} kB";

    private static List<SkippedPicture> Run(DecodingWork work, bool hash, Action<DecodedPicture, string, int> keep, CancellationToken cancel)
    {
        var skipped = new List<SkippedPicture>();
        var names = work.Names;
        int threads = Math.Max(1, work.Request.Threads);
        OrderedWork.Run(names.Count, threads, threads * AheadForEachThread, i => Decode(work, names[i], hash), (i, picture) =>
        {
            if (picture.Reason is null)
            {
                keep(picture, names[i].Name, work.Labels?.ClassOf(names[i].Name) ?? -1);
            }
            else
            {
                skipped.Add(new SkippedPicture(work.PathOf(names[i]), picture.Reason));
            }

            work.Request.Decoded?.Invoke(i + 1, names.Count);
        }, cancel);
        return skipped;
    }

    private static DecodedPicture Decode(DecodingWork work, PictureFileName name, bool hash)
    {
        try
        {
            byte[] file = work.Files.Read(name, PictureLimits.FileBytes);
            byte[] rgb = PictureFile.Decode(file, work.PathOf(name), work.Request.Size, work.Request.Fit);
            return new DecodedPicture(rgb, hash ? Convert.ToHexStringLower(SHA256.HashData(file)) : null, null);
        }
        catch (Exception error) when (error is BadDataException or IOException or UnauthorizedAccessException)
        {
            return new DecodedPicture(null, null, error.Message);
        }
    }

    private sealed record DecodingWork(IPictureFiles Files, IReadOnlyList<PictureFileName> Names, Labels? Labels, PictureRequest Request)
    {
        public long NeededBytes => (long)Names.Count * Request.Size * Request.Size * 3;

        public string PathOf(PictureFileName name) => Path.Combine(Request.Data, name.Name);

        public void RequireSome(int kept, List<SkippedPicture> skipped)
        {
            if (kept == 0)
            {
                throw new BadDataException($"none of the {Names.Count} pictures in '{Request.Data}' could be read. The first: {skipped[0].Reason}");
            }
        }
    }
}
