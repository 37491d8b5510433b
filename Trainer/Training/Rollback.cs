using System.Globalization;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;

namespace LatentWalk.Trainer.Training;

/// <summary>What is done about numbers that are not finite.</summary>
internal static class Rollback
{
    private const string DiscriminatorRate = "guards.discriminatorRate";
    private const string GeneratorRate = "guards.generatorRate";

    /// <summary>How many there were in the run so far.</summary>
    public static int Count(TrainingOptions options) => options.Guards.Changes.Count(change => change.Cause == RunEventNames.Rollback);

    /// <summary>Whether going back to a step has been tried and was not enough: its weights are part of what is wrong.</summary>
    public static bool WasTried(TrainingOptions options, long step) =>
        options.Guards.Changes.Any(change => change.Cause == RunEventNames.Rollback && change.Step == step);

    /// <summary>
    /// Half the learning rate of the network that was hit, from the step gone back to; from the second time on of both, since a
    /// network also goes astray by what the other one does to it.
    /// </summary>
    public static OptionChange Change(TrainingOptions options, long step, NotFinite found)
    {
        var now = OptionChanges.At(options, long.MaxValue);
        bool both = Count(options) > 0;
        var set = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (both || found.Discriminator)
        {
            set[DiscriminatorRate] = Text(now.Guards.DiscriminatorRate / 2);
        }

        if (both || !found.Discriminator)
        {
            set[GeneratorRate] = Text(now.Guards.GeneratorRate / 2);
        }

        return new OptionChange { Step = step, Cause = RunEventNames.Rollback, Set = set };
    }

    /// <summary>What a person is told.</summary>
    public static string Describe(TrainingOptions options, OptionChange change, NotFinite found)
    {
        string from = change.Step == 0 ? "the start" : $"the checkpoint of step {change.Step}";
        string whose = change.Set.Count > 1 ? "rates of both networks" : change.Set.ContainsKey(DiscriminatorRate) ? "rate of the discriminator" : "rate of the generator";
        return $"Step {found.Step} went wrong: {found.What}. Going on from {from} with half the learning {whose}: {string.Join(", ", change.Set.Select(field => $"{field.Key} {field.Value}"))} (rollback {Count(options) + 1} of {options.Guards.Rollbacks}).";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
