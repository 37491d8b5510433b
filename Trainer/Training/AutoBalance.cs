using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Training;

/// <summary>Which knob of a finding is turned while the run goes on, if any.</summary>
internal static class AutoBalance
{
    // Long enough to see what the last turn has done.
    private const long PatienceSteps = 500;
    private const int MostTurns = 12;

    // What a run can be given without another network or other pictures.
    private static readonly string[] s_turnable =
    [
        "guards.generatorRate", "guards.discriminatorRate", "generatorOptimizer.learningRate", "discriminatorOptimizer.learningRate",
        "loss.labelNoise", "loss.labelSmoothing", "discriminator.dropout", "penalty.gamma",
    ];

    /// <summary>A function of what config.json and the log say, so that a resumed run turns the same knobs at the same steps.</summary>
    /// <param name="options">As they count at the step, with all changes.</param>
    /// <returns>The knob; null when nothing is to be done, now or at all.</returns>
    public static Knob? Choose(TrainingOptions options, long step, Finding finding)
    {
        var turns = options.Guards.Changes.Where(change => change.Cause == RunEventNames.Balance).ToList();
        if (finding.Over || turns.Count >= MostTurns || options.Guards.Changes.Any(change => change.Step > step - PatienceSteps))
        {
            return null;
        }

        // One after the other; when all have been turned, the first again.
        return finding.Knobs
            .Where(knob => s_turnable.Contains(knob.Field) && ConfigFields.With(options, [(knob.Field, knob.Value)]).Validate().Count == 0)
            .MinBy(knob => turns.Count(turn => turn.Set.ContainsKey(knob.Field)));
    }

    public static OptionChange Change(long step, Knob knob) =>
        new() { Step = step, Cause = RunEventNames.Balance, Set = new Dictionary<string, string> { [knob.Field] = knob.Value } };
}
