using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Core.Checkpoints;

/// <summary>
/// What a run's manifest lists, for those who look on while it trains: a few hundred bytes are read, no checkpoint is opened.
/// </summary>
public static class CommittedCheckpoints
{
    /// <summary>The manifest of a run; it may not be there yet.</summary>
    public static string ManifestPath(string runFolder) => Path.Combine(RunFolder.CheckpointsPath(runFolder), CheckpointNames.Manifest);

    /// <summary>
    /// Newest first; empty before the first commit. A manifest that is damaged counts as none: nothing in it is committed for certain.
    /// </summary>
    /// <exception cref="DiskException">The manifest is there and cannot be read.</exception>
    /// <exception cref="BadModelException">The manifest is of another version.</exception>
    public static IReadOnlyList<CheckpointRef> Of(string runFolder)
    {
        string folder = RunFolder.CheckpointsPath(runFolder);
        CheckpointManifest? manifest = CheckpointFolder.ReadManifest(folder, []);
        return manifest is null ? [] : [.. manifest.Generations.Select(g => new CheckpointRef(Path.Combine(folder, g.File), g.Step, g.Sha256))];
    }

    /// <summary>The one that measured best; null until one has been measured.</summary>
    /// <exception cref="DiskException">The manifest is there and cannot be read.</exception>
    /// <exception cref="BadModelException">The manifest is of another version.</exception>
    public static BestCheckpoint? Best(string runFolder)
    {
        string folder = RunFolder.CheckpointsPath(runFolder);
        return CheckpointFolder.ReadManifest(folder, []) is { Best: { } best } manifest && manifest.Generations.First(g => g.File == best.File) is var generation
            ? new BestCheckpoint(new CheckpointRef(Path.Combine(folder, generation.File), generation.Step, generation.Sha256), best.Score)
            : null;
    }

    /// <summary>The run that a checkpoint file lies in; null where it lies by itself.</summary>
    public static string? RunOf(string checkpoint)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(checkpoint));
        string? run = Path.GetDirectoryName(folder);
        return run is not null && Path.GetFileName(folder) is RunFolder.CheckpointsName or RunFolder.HistoryName && RunFolder.IsRun(run) ? run : null;
    }
}
