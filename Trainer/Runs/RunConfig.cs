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

        if (before.Condition.Enabled && !before.Data.Classes.SequenceEqual(set.Classes))
        {
            throw new BadDataException(
                $"the classes of the pictures in '{now.Data.Folder}' are {Listed(set.Classes)}; the run '{runFolder}' was trained on {Listed(before.Data.Classes)}. Give it the same labels, or start a new run.");
        }
    }

    /// <summary>The options with the classes of the pictures in both networks, where the run is to learn them.</summary>
    public static TrainingOptions WithClasses(TrainingOptions options, IPictureSet set)
    {
        if (!options.Condition.Enabled)
        {
            return options;
        }

        int unlabelled = Enumerable.Range(0, set.Count).Count(i => set.ClassOf(i) < 0);
        if (set.Classes.Count < 2 || unlabelled > 0)
        {
            throw new BadDataException(
                $"condition.kind is '{options.Condition.Kind}', which learns two or more classes, but the pictures in '{options.Data.Folder}' have {(set.Classes.Count == 0 ? "no labels" : $"{set.Classes.Count} classes")}{(set.Classes.Count > 0 && unlabelled > 0 ? $" and {unlabelled} of {set.Count} have no label" : "")}. "
                + "Sort them into a folder for each class, or add a dataset.json or labels.csv; or train without classes: --condition.kind none.");
        }

        var resolved = options with
        {
            Generator = options.Generator with { Classes = set.Classes.Count },
            Discriminator = options.Discriminator with { Classes = set.Classes.Count },
            Data = options.Data with { Classes = set.Classes },
        };
        var problems = resolved.Validate();
        return problems.Count == 0
            ? resolved
            : throw new BadDataException($"the pictures in '{options.Data.Folder}' have {set.Classes.Count} classes: {string.Join("; ", problems)}.");
    }

    public static void RequireStepsAhead(TrainingOptions options, CheckpointRef? newest, string runFolder)
    {
        if (newest is not null && newest.Step > options.Steps)
        {
            throw new UsageException($"the run '{runFolder}' is at step {newest.Step} already, past --steps {options.Steps}. Ask for more steps.");
        }
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names.Select(name => $"'{name}'"));
}
