namespace LatentWalk.Trainer.Options;

/// <summary>What a run's options are at a step, and from which step on they are others.</summary>
internal static class OptionChanges
{
    /// <summary>The options that the step after <paramref name="step"/> is trained with.</summary>
    public static TrainingOptions At(TrainingOptions options, long step) =>
        ConfigFields.With(options, options.Guards.Changes.Where(change => change.Step <= step).SelectMany(change => change.Set).Select(field => (field.Key, field.Value)));

    /// <summary>The first step after <paramref name="step"/> from which on other options count; null when none is known.</summary>
    public static long? Next(TrainingOptions options, long step) =>
        options.Guards.Changes.Where(change => change.Step > step).Min(change => (long?)change.Step);

    /// <summary>The options with one change more.</summary>
    public static TrainingOptions Add(TrainingOptions options, OptionChange change) =>
        options with { Guards = options.Guards with { Changes = [.. options.Guards.Changes, change] } };

    /// <summary>The options with what guards have set of these fields taken back: what a person sets on resuming counts.</summary>
    public static TrainingOptions Without(TrainingOptions options, IEnumerable<string> fields)
    {
        var given = fields.ToHashSet(StringComparer.Ordinal);
        var changes = options.Guards.Changes.Select(change => change with { Set = change.Set.Where(field => !given.Contains(field.Key)).ToDictionary() });
        return options with { Guards = options.Guards with { Changes = [.. changes] } };
    }

    /// <summary>
    /// The options of a run that goes back to a step. What has changed after it belongs to steps that are given up, and counts
    /// from that step on: nothing that a guard found out is forgotten.
    /// </summary>
    public static TrainingOptions GoBackTo(TrainingOptions options, long step) => options with
    {
        Guards = options.Guards with
        {
            Changes = [.. options.Guards.Changes.Select(change => change with { Step = Math.Min(change.Step, step) })],
        },
    };
}
