using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Training;

/// <summary>
/// Looks at the log from time to time while the run goes on, and says what a person would want to know of at once. What it decides
/// is a function of what the run has written, so that a resumed run decides the same.
/// </summary>
/// <param name="options">As they count in this session.</param>
/// <param name="turn">Writes a change down. It is called before the step is saved: a run that is killed between the two comes by again and finds the change due.</param>
internal sealed class RunWatch(string runFolder, TrainingOptions options, RunLog log, Action<OptionChange> turn, Action<RunEvent> happened)
{
    private const int StepsBetween = 50;
    private const long StepsUntilSaidAgain = 2000;

    // Each look reads the whole log, so that they get rarer as it gets longer.
    private const long StepsUntilRarer = 5000;

    /// <summary>Called on each tick, after its line is written.</summary>
    /// <returns>Why training has to stop here; null when it goes on.</returns>
    public LoopEnd? Look(long step)
    {
        if (step % Every(step) != 0)
        {
            return null;
        }

        var events = RunEvents.Of(runFolder);
        var findings = RunDetectors.Look(new RunRecord(options, log.Lines, events)).Where(finding => !finding.Over).ToList();
        if (options.Guards.AutoBalance && findings.Count > 0 && AutoBalance.Choose(options, step, findings[0]) is { } knob)
        {
            turn(AutoBalance.Change(step, knob));
            happened(new RunEvent { Step = step, Event = RunEventNames.Balance, Text = $"{findings[0].Seen} {findings[0].Why} Turned from step {step} on: {knob.Option}, which {knob.Does}." });
            return new LoopEnd.ChangeDue();
        }

        foreach (var finding in findings)
        {
            if (finding.Kind == FindingKind.Plateau && options.Guards.UntilPlateau)
            {
                return new LoopEnd.Plateau($"{finding.Seen} {finding.Why}");
            }

            string name = RunEventNames.Warning(finding.Kind);
            if (!events.Any(earlier => earlier.Event == name && earlier.Step > step - StepsUntilSaidAgain))
            {
                happened(new RunEvent { Step = step, Event = name, Text = Warning(finding) });
            }
        }

        return null;
    }

    /// <summary>Called in the step that ran out of memory, which goes on with smaller parts; so does every later one, resumed or not.</summary>
    /// <param name="step">The last step that is finished.</param>
    public void MemoryRanOut(long step, int microBatch)
    {
        turn(new OptionChange { Step = step, Cause = RunEventNames.Memory, Set = new Dictionary<string, string> { ["machine.microBatch"] = $"{microBatch}" } });
        happened(new RunEvent
        {
            Step = step,
            Event = RunEventNames.Memory,
            Text = $"There is not enough memory for so many pictures at once: from step {step + 1} on, {microBatch} of the batch of {options.Batch} go through the networks at a time (machine.microBatch). "
                + (options.Generator.BatchNorm ? "Batch norm then sees smaller batches; but for that the run stays as it would be." : "The run stays as it would be, but for rounding."),
        });
    }

    private long Every(long step)
    {
        int ticks = (StepsBetween + options.Output.LogEvery - 1) / options.Output.LogEvery;
        return ticks * options.Output.LogEvery * Math.Max(1, step / StepsUntilRarer);
    }

    private static string Warning(Finding finding)
    {
        string plateau = finding.Kind == FindingKind.Plateau ? " Stop with Ctrl-C if that is good enough; --guards.untilPlateau true stops by itself." : "";
        string knobs = finding.Knobs.Count == 0 ? "" : $" What would help: {string.Join("; or ", finding.Knobs.Select(knob => $"{knob.Option}, which {knob.Does}"))}.";
        return $"{Verdict.Name(finding)}. {finding.Seen} {finding.Why}{knobs}{plateau}";
    }
}
