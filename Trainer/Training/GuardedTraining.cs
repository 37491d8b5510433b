using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;

namespace LatentWalk.Trainer.Training;

/// <summary>
/// A run to its end, through what befalls it. What a guard changes is written into config.json with the step it counts from before
/// training goes on, so that a run which is killed and resumed trains every step as one that was not.
/// </summary>
/// <param name="options">Of config.json: with all changes, and none of them made.</param>
/// <param name="batches">Goes on from wherever training does.</param>
/// <param name="happened">Told what a guard did.</param>
internal sealed class GuardedTraining(
    string runFolder, TrainingOptions options, BatchSource batches, TrainingRun run, QualityMeter quality, Action<RunEvent> happened, Action<LoopNews> tell)
{
    private TrainingOptions _options = options;

    /// <summary>Trains to the last step, to a plateau where that is asked for, or until asked to stop; in each case the last step is saved.</summary>
    /// <returns><see cref="LoopEnd.Finished"/>, <see cref="LoopEnd.Plateau"/> or <see cref="LoopEnd.Stopped"/>.</returns>
    /// <exception cref="Core.Errors.DivergedException">Numbers were not finite once more than the options allow.</exception>
    public LoopEnd Run(CancellationToken stop)
    {
        while (true)
        {
            var end = Session(stop);
            switch (end)
            {
                case LoopEnd.Diverged diverged:
                    RollBack(diverged.What);
                    break;
                case LoopEnd.Plateau plateau:
                    happened(new RunEvent { Step = run.Newest!.Step, Event = RunEventNames.Plateau, Text = plateau.Text });
                    return end;
                case LoopEnd.Finished or LoopEnd.Stopped:
                    return end;
            }
        }
    }

    /// <summary>From the newest checkpoint, or from the start, with the options that count there.</summary>
    private LoopEnd Session(CancellationToken stop)
    {
        using var state = new TrainingState(OptionChanges.At(_options, run.Newest?.Step ?? 0), Devices.Named(_options.Machine.Device));
        if (run.Newest is not null)
        {
            run.Load(state);
        }

        using var log = RunLog.Open(runFolder, state.Step);
        RunEvents.CutTo(runFolder, state.Step);
        return TrainingLoop.Run(runFolder, state, batches, run, log, quality, tell, stop, new RunWatch(runFolder, state.Options, log, Make, happened));
    }

    private void RollBack(NotFinite found)
    {
        if (Rollback.Count(_options) >= _options.Guards.Rollbacks)
        {
            var error = run.Diverged(found.Step, found.What, Rollback.Count(_options));
            happened(new RunEvent { Step = found.Step, Event = RunEventNames.Diverged, Text = $"Training diverged at step {found.Step}: {found.What}. It went back {Rollback.Count(_options)} times." });
            throw error;
        }

        if (Rollback.WasTried(_options, run.Newest?.Step ?? 0))
        {
            run.GoBack();
        }

        long good = run.Newest?.Step ?? 0;
        var change = Rollback.Change(_options, good, found);
        string text = Rollback.Describe(_options, change, found);
        _options = OptionChanges.GoBackTo(_options, good);
        Make(change);
        RunEvents.CutTo(runFolder, good);
        happened(new RunEvent { Step = good, Event = RunEventNames.Rollback, Text = text });
    }

    private void Make(OptionChange change)
    {
        _options = OptionChanges.Add(_options, change);
        TrainingOptionsJson.WriteFile(RunFolder.ConfigPath(runFolder), _options);
    }
}
