using LatentWalk.Core.Errors;

namespace LatentWalk.Trainer.Options;

/// <summary>What a command line asks for: a preset and fields of the configuration to change.</summary>
/// <param name="Preset">Null when none is named.</param>
/// <param name="Changes">Field paths and their values, in the order given; the last wins.</param>
internal sealed record TrainingRequest(string? Preset, IReadOnlyList<(string Path, string Value)> Changes)
{
    public const string DefaultPreset = "modern-64";

    /// <summary>The options of a new run. A preset's schedule lasts as long as the run, unless its length is given.</summary>
    public TrainingOptions Resolve()
    {
        var preset = Presets.Named(Preset ?? DefaultPreset);
        var options = ConfigFields.With(preset, Changes);
        if (preset.Schedule.Enabled && Changes.All(change => change.Path != "schedule.images"))
        {
            options = options with { Schedule = options.Schedule with { Images = options.Steps * options.Batch } };
        }

        options = Checked(options);
        return options.Data.Folder.Length > 0
            ? options
            : throw new UsageException("there is nothing to train on. Name a folder of pictures, a zip or a set with --data.");
    }

    /// <summary>The options of a run that goes on: its own, but for what may change on the way.</summary>
    public TrainingOptions Resume(TrainingOptions before, string runFolder)
    {
        var now = OptionChanges.Without(Checked(ConfigFields.With(before, Changes)), Changes.Select(change => change.Path));
        var differences = ConfigFields.Differences(before, now).ToList();
        if (Preset is not null && Preset != before.Preset)
        {
            differences.Insert(0, $"preset is {Preset} here and {before.Preset} in the run");
        }

        return differences.Count == 0
            ? now
            : throw new UsageException(
                $"the run '{runFolder}' cannot be resumed with a different configuration: {string.Join("; ", differences)}. Leave them out to continue it, or start a new run.");
    }

    private static TrainingOptions Checked(TrainingOptions options)
    {
        var problems = options.Validate();
        return problems.Count == 0
            ? options
            : throw new UsageException($"the configuration does not make sense: {string.Join("; ", problems)}.");
    }
}
