using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Runs;

/// <summary>Whether a run folder and a command line fit together.</summary>
internal static class RunConfig
{
    /// <summary>The configuration of the run to resume.</summary>
    public static TrainingOptions Existing(string runFolder) =>
        File.Exists(RunFolder.ConfigPath(runFolder))
            ? TrainingOptionsJson.ReadFile(RunFolder.ConfigPath(runFolder))
            : throw new UsageException($"there is no run to resume in '{runFolder}': it has no {RunFolder.ConfigName}. Leave out --resume to start one.");

    public static void RequireNone(string runFolder)
    {
        if (RunFolder.IsRun(runFolder))
        {
            throw new UsageException($"'{runFolder}' already holds a run. Continue it with --resume, or choose another folder with --run.");
        }

        if (File.Exists(runFolder))
        {
            throw new UsageException($"'{runFolder}' is a file; --run needs a folder.");
        }
    }

    public static void RequireSamePictures(TrainingOptions before, TrainingOptions now, IPictureSet set, string runFolder)
    {
        if (before.Data.Fingerprint != set.Fingerprint)
        {
            throw new BadDataException(
                $"the pictures in '{now.Data.Folder}' are not those that the run '{runFolder}' was trained on (fingerprint {set.Fingerprint[..12]}, the run has {before.Data.Fingerprint[..12]}). Give it the same pictures, or start a new run.");
        }
    }

    public static void RequireStepsAhead(TrainingOptions options, CheckpointRef? newest, string runFolder)
    {
        if (newest is not null && newest.Step > options.Steps)
        {
            throw new UsageException($"the run '{runFolder}' is at step {newest.Step} already, past --steps {options.Steps}. Ask for more steps.");
        }
    }
}
