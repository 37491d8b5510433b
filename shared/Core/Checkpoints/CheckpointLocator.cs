using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Checkpoints;

/// <summary>Finds the checkpoint that a user means.</summary>
public static class CheckpointLocator
{
    /// <summary>The checkpoint of a run folder (its newest whole one), a checkpoints folder or a .safetensors file.</summary>
    /// <exception cref="BadModelException">There is none, or none that is whole.</exception>
    public static CheckpointRef Resolve(string runOrCheckpointPath) => Resolve(runOrCheckpointPath, out _);

    /// <param name="warnings">What had to be passed over, one sentence each.</param>
    /// <inheritdoc cref="Resolve(string)"/>
    public static CheckpointRef Resolve(string runOrCheckpointPath, out IReadOnlyList<string> warnings)
    {
        ArgumentException.ThrowIfNullOrEmpty(runOrCheckpointPath);
        var found = new List<string>();
        warnings = found;
        if (Directory.Exists(runOrCheckpointPath))
        {
            string inside = RunFolder.CheckpointsPath(runOrCheckpointPath);
            string folder = Directory.Exists(inside) ? inside : runOrCheckpointPath;
            return CheckpointFolder.Newest(folder, found, []) ?? throw new BadModelException(
                RunFolder.IsRun(runOrCheckpointPath) || folder == inside
                    ? $"'{runOrCheckpointPath}' has no checkpoint yet. {string.Concat(found.Select(w => w + " "))}Train until one is saved, or stop the training with Ctrl-C, which saves one."
                    : $"'{runOrCheckpointPath}' is not a run: it has no 'checkpoints' folder. Name the folder given to 'lw train --run', or a .safetensors file.");
        }

        if (!File.Exists(runOrCheckpointPath))
        {
            throw new BadModelException($"'{runOrCheckpointPath}' does not exist. Name the folder given to 'lw train --run', or a .safetensors file.");
        }

        CheckpointRef single = CheckpointFolder.ReadSingle(runOrCheckpointPath);
        CheckManifestBeside(single);
        return single;
    }

    // A file that still lies in its run can be held against the manifest there.
    private static void CheckManifestBeside(CheckpointRef checkpoint)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(checkpoint.Path))!;
        string name = Path.GetFileName(checkpoint.Path);
        CheckpointGeneration? listed = CheckpointFolder.ReadManifest(folder, [])?.Generations.FirstOrDefault(g => g.File == name);
        if (listed is not null && listed.Sha256 != checkpoint.Sha256)
        {
            throw new BadModelException($"'{checkpoint.Path}' is damaged: its SHA-256 is {checkpoint.Sha256}, expected {listed.Sha256}. Name the run folder to use the checkpoint before it.");
        }
    }
}
