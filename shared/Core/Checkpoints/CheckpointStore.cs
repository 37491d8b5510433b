using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Core.Checkpoints;

/// <summary>
/// The one writer of a run's checkpoints. A commit writes a temporary file in the folder, makes it durable, renames it to
/// a name that is never reused, makes the folder durable, and then replaces the manifest the same way: that last rename is
/// the commit. Whatever happens before it leaves the previous generation as it was. Holds a lock on the folder until disposed.
/// </summary>
public sealed class CheckpointStore : IDisposable
{
    /// <summary>Generations that are kept, beside the best one where it is older.</summary>
    public const int Generations = 2;

    private const string LockName = ".lock";

    private readonly string _run;
    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly List<string> _warnings = [];
    private readonly HashSet<string> _damaged = new(StringComparer.Ordinal);

    /// <summary>Creates the folder where needed, takes the lock and sweeps what a crash left behind.</summary>
    /// <exception cref="UsageException">Another process is training in this run.</exception>
    public CheckpointStore(string runFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(runFolder);
        _run = runFolder;
        _folder = RunFolder.CheckpointsPath(runFolder);
        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("create", _folder, error);
        }

        _lock = TakeLock(runFolder);
        Sweep();
    }

    /// <summary>Whether some process is training in a run just now.</summary>
    public static bool IsHeld(string runFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(runFolder);
        string path = Path.Combine(RunFolder.CheckpointsPath(runFolder), LockName);
        try
        {
            using FileStream taken = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException) when (File.Exists(path))
        {
            return true;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return false;
        }
    }

    /// <summary>What had to be passed over or could not be done, one sentence each, since the store was opened.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The newest whole checkpoint, verified against the manifest's size and SHA-256; null when there is none yet.</summary>
    /// <exception cref="BadModelException">There are some, and every one is damaged.</exception>
    public CheckpointRef? Newest() => CheckpointFolder.Newest(_folder, _warnings, _damaged);

    /// <summary>Where the run lies.</summary>
    public string Run => _run;

    /// <param name="score">Of its generator, where that was measured. The generation with the best score is kept until one beats it.</param>
    /// <exception cref="DiskException">The disk refused; the checkpoints are as they were before.</exception>
    public CheckpointRef Commit(long step, IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TensorEntry> tensors, CheckpointScore? score = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        CheckpointManifest old = CheckpointFolder.ReadManifest(_folder, _warnings) ?? CheckpointFolder.Salvage(_folder, _warnings);
        string name = FreeName(step);
        string path = Path.Combine(_folder, name);
        string sha256 = string.Empty;
        long bytes = 0;
        AtomicFile.Write(path, stream =>
        {
            using var hashing = new HashingStream(stream);
            SafetensorsWriter.Write(hashing, metadata, tensors);
            bytes = hashing.BytesWritten;
            sha256 = hashing.Sha256();
        });

        var generation = new CheckpointGeneration { Step = step, File = name, Bytes = bytes, Sha256 = sha256 };
        CheckpointGeneration[] whole = [.. old.Generations.Where(g => !_damaged.Contains(g.File))];
        CheckpointBest? oldBest = whole.Any(g => g.File == old.Best?.File) ? old.Best : null;
        CheckpointBest? best = score?.Beats(oldBest?.Score) == true ? new CheckpointBest { File = name, Metric = score.Metric, Value = score.Value } : oldBest;
        CheckpointGeneration[] kept = [generation, .. whole.Where((g, i) => i < Generations - 1 || g.File == best?.File)];
        try
        {
            WriteManifest(new CheckpointManifest { Generations = kept, Best = best });
        }
        catch (DiskException)
        {
            // The rename may have happened and only its durability be in doubt: then the manifest needs the file.
            if (CheckpointFolder.ReadManifest(_folder, [])?.Generations.Any(g => g.File == name) != true)
            {
                AtomicFile.TryDelete(path);
            }

            throw;
        }

        foreach (string gone in old.Generations.Except(kept).Select(g => g.File))
        {
            AtomicFile.TryDelete(Path.Combine(_folder, gone));
        }

        return new CheckpointRef(path, step, sha256);
    }

    /// <summary>Gives the newest generation up, so that the one before it is the newest.</summary>
    /// <returns>That one; null, and nothing is done, when there is no whole one before the newest.</returns>
    /// <exception cref="DiskException">The disk refused; the checkpoints are as they were before.</exception>
    public CheckpointRef? GoBack()
    {
        CheckpointManifest manifest = CheckpointFolder.ReadManifest(_folder, _warnings) ?? new CheckpointManifest();
        int given = 1 + manifest.Generations.TakeWhile(g => _damaged.Contains(g.File)).Count();
        if (!manifest.Generations.Skip(given).Any(g => CheckpointFolder.Verify(Path.Combine(_folder, g.File), g) is null))
        {
            return null;
        }

        LetGo(manifest, [.. manifest.Generations.Take(given)]);
        return Newest();
    }

    /// <summary>Makes room: lets the oldest generation go that is neither the newest nor the best.</summary>
    /// <returns>Its step; null, and nothing is done, when there is none such.</returns>
    /// <exception cref="DiskException">The disk refused; the checkpoints are as they were before.</exception>
    public long? LetOldestGo()
    {
        CheckpointManifest? manifest = CheckpointFolder.ReadManifest(_folder, []);
        CheckpointGeneration? oldest = manifest?.Generations.Skip(1).LastOrDefault(g => g.File != manifest.Best?.File);

        // The newest must not be what is left when it is damaged.
        if (oldest is null || manifest!.Generations.TakeWhile(g => _damaged.Contains(g.File)).Any())
        {
            return null;
        }

        LetGo(manifest, [oldest]);
        return oldest.Step;
    }

    public void Dispose() => _lock.Dispose();

    private void LetGo(CheckpointManifest manifest, CheckpointGeneration[] gone)
    {
        CheckpointGeneration[] kept = [.. manifest.Generations.Except(gone)];
        WriteManifest(new CheckpointManifest { Generations = kept, Best = kept.Any(g => g.File == manifest.Best?.File) ? manifest.Best : null });
        foreach (CheckpointGeneration generation in gone)
        {
            AtomicFile.TryDelete(Path.Combine(_folder, generation.File));
        }
    }

    private void WriteManifest(CheckpointManifest manifest) =>
        AtomicFile.WriteText(Path.Combine(_folder, CheckpointNames.Manifest), CheckpointFolder.ManifestText(manifest));

    private FileStream TakeLock(string runFolder)
    {
        string path = Path.Combine(_folder, LockName);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(path) && !DiskErrors.IsFull(error))
        {
            throw new UsageException($"another process is training in '{runFolder}'. Wait for it or name another --run folder.", error);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", path, error);
        }
    }

    // A generation that is on disk under its name but not in a readable manifest was never committed.
    private void Sweep()
    {
        try
        {
            foreach (string leftover in Directory.EnumerateFiles(_folder, AtomicFile.TemporaryPattern))
            {
                AtomicFile.TryDelete(leftover);
            }

            CheckpointManifest? manifest = CheckpointFolder.ReadManifest(_folder, []);
            if (manifest is null)
            {
                return;
            }

            var listed = manifest.Generations.Select(g => g.File).ToHashSet(StringComparer.Ordinal);
            foreach (string path in Directory.EnumerateFiles(_folder))
            {
                string name = Path.GetFileName(path);
                if (CheckpointNames.IsGeneration(name) && !listed.Contains(name))
                {
                    AtomicFile.TryDelete(path);
                }
            }
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            _lock.Dispose();
            throw DiskErrors.Wrap("read", _folder, error);
        }
    }

    private string FreeName(long step)
    {
        for (int attempt = 1; ; attempt++)
        {
            string name = CheckpointNames.Generation(step, attempt);
            if (!File.Exists(Path.Combine(_folder, name)))
            {
                return name;
            }
        }
    }
}
