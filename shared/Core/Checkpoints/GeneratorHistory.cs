using System.Globalization;
using LatentWalk.Core.Files;
using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Checkpoints;

/// <summary>
/// The generators of a run's earlier checkpoints, without what only training needs: some moments of the whole training, at
/// about even distances, for looking back on it. Each is a checkpoint file of its own in the run's history folder.
/// </summary>
public static class GeneratorHistory
{
    /// <summary>Generators that are kept.</summary>
    public const int Largest = 16;

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<(long Step, string Path)> Of(string runFolder)
    {
        string folder = RunFolder.HistoryPath(runFolder);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(path => CheckpointNames.IsGeneration(Path.GetFileName(path))).Select(path => (StepOf(path), path)).Order()]
            : [];
    }

    /// <summary>Keeps the better generator of a checkpoint that has just been committed, and lets another go where there are too many.</summary>
    /// <param name="runFolder">The run.</param>
    /// <param name="committed">Whose generator it is: pictures made with it lead back to either.</param>
    /// <param name="metadata">Of the checkpoint.</param>
    /// <param name="tensors">Of the checkpoint.</param>
    /// <exception cref="Errors.DiskException">The disk refused; what was kept before still is.</exception>
    public static void Keep(string runFolder, CheckpointRef committed, IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TensorEntry> tensors)
    {
        ArgumentNullException.ThrowIfNull(committed);
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(tensors);
        string folder = RunFolder.HistoryPath(runFolder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("create", folder, error);
        }

        WeightSet set = WeightSet.BestOf(tensors.Select(tensor => tensor.Name));
        TensorEntry[] kept = [.. tensors.Where(tensor => tensor.Name.StartsWith(set.Prefix, StringComparison.Ordinal)
            || tensor.Name is TensorNames.ProbeLatents or TensorNames.ProbeConditions || tensor.Name == set.ProbeImages)];
        var own = new Dictionary<string, string>(metadata, StringComparer.Ordinal) { [CheckpointKeys.Origin] = committed.Sha256 };
        AtomicFile.Write(Path.Combine(folder, CheckpointNames.Generation(committed.Step)), stream => SafetensorsWriter.Write(stream, own, kept));
        if (Of(runFolder).Count > Largest)
        {
            LetOneGo(runFolder);
        }
    }

    /// <summary>Forgets the generators of steps after one, which a run has gone back to.</summary>
    public static void CutTo(string runFolder, long step)
    {
        foreach (string path in Of(runFolder).Where(kept => kept.Step > step).Select(kept => kept.Path))
        {
            AtomicFile.TryDelete(path);
        }
    }

    /// <summary>Makes room: lets the generator go whose neighbours are closest to one another; the first and the last stay.</summary>
    /// <returns>Its step; null, and nothing is done, when there are no others.</returns>
    public static long? LetOneGo(string runFolder)
    {
        var kept = Of(runFolder);
        if (kept.Count < 3)
        {
            return null;
        }

        var gone = kept[Enumerable.Range(1, kept.Count - 2).MinBy(i => kept[i + 1].Step - kept[i - 1].Step)];
        AtomicFile.TryDelete(gone.Path);
        return gone.Step;
    }

    private static long StepOf(string path)
    {
        string[] parts = Path.GetFileNameWithoutExtension(path).Split('-');
        return long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long step) ? step : long.MaxValue;
    }
}
