using System.Diagnostics;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Quality;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Watching;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>A run from its saved step to its last, in the order things happen.</summary>
internal static class TrainingLoop
{
    // Unbiased, so that few samples do; lower is better.
    private const string BestMetric = "kid";

    /// <summary>Trains until the options' last step, until others count, until asked to stop, or until a number is not finite.</summary>
    /// <param name="tell">Told after every step.</param>
    /// <param name="watch">May stop it on a tick.</param>
    public static LoopEnd Run(
        string runFolder, TrainingState state, BatchSource batches, TrainingRun run, RunLog log, QualityMeter quality, Action<LoopNews> tell, CancellationToken stop, RunWatch? watch = null)
    {
        var options = state.Options;
        var step = new TrainingStep(state) { Halved = microBatch => watch?.MemoryRanOut(state.Step, microBatch) };
        using var finite = new FiniteCheck(state);
        long last = Math.Min(options.Steps, OptionChanges.Next(options, state.Step) ?? options.Steps);
        var signs = new SignsMeter(runFolder, batches.Set, options);
        long savedStep = state.Step;
        long sheetStep = -1;
        long firstStep = state.Step;
        var clock = Stopwatch.StartNew();
        double tickSeconds = 0;
        long tickStep = state.Step;
        LogLine? line = null;
        LoopEnd? end = null;

        while (end is null && state.Step < last && !stop.IsCancellationRequested)
        {
            using var scope = NewDisposeScope();
            long now = state.Step + 1;
            bool tick = now % options.Output.LogEvery == 0 || now == options.Steps || options.Quality.At(now);
            long turn = (state.Step * options.Loss.DiscriminatorSteps) + 1;
            var pictures = PicturesOrSave(turn);

            // Those pictures have waited for the device, so that the answer about the step before costs no wait of its own.
            if (finite.Answer() is { } spoilt)
            {
                return new LoopEnd.Diverged(spoilt);
            }

            var values = step.Run(t => t == turn ? new StepBatch(pictures, batches.Latents(t), batches.Classes()) : batches.Of(t), read: tick);
            finite.Look();
            bool saving = now % options.Output.CheckpointEvery == 0;
            if ((tick || saving || options.Output.SampleAt(now) || options.Output.RandomAt(now)) && Spoilt(values, saving) is { } bad)
            {
                return new LoopEnd.Diverged(bad);
            }

            var measured = RecordOrSave(values);
            var score = measured is null ? null : new CheckpointScore(BestMetric, measured.Kid);
            if (saving || (score is not null && run.IsBest(score)))
            {
                run.Save(state, score);
                savedStep = state.Step;
            }

            tell(new LoopNews(state.Step, firstStep, clock.Elapsed, line, state));
        }

        if (Spoilt(null, savedStep != state.Step) is { } found)
        {
            return new LoopEnd.Diverged(found);
        }

        if (savedStep != state.Step || run.Newest is null)
        {
            run.Save(state);
        }

        if (sheetStep != state.Step && (state.Step >= options.Steps || end is LoopEnd.Plateau))
        {
            log.Picture(state.Step, SampleSheetWriter.Write(runFolder, state));
        }

        return state.Step >= options.Steps ? new LoopEnd.Finished() : end is not null ? end : state.Step >= last ? new LoopEnd.ChangeDue() : new LoopEnd.Stopped();

        // Asked before anything is written: what is on disk is good.
        NotFinite? Spoilt(StepValues? values, bool saving) =>
            finite.Answer()
            ?? (values?.NotFinite() is { } what ? new NotFinite(state.Step, what, !double.IsFinite(values.DiscriminatorLoss + (values.Penalty ?? 0))) : null)
            ?? (saving && CheckpointState.FirstNotFinite(state) is { } name
                ? new NotFinite(state.Step, $"the tensor '{name}' holds values that are not finite", name.StartsWith(TensorNames.DiscriminatorPrefix, StringComparison.Ordinal))
                : null);

        QualityValues? RecordOrSave(StepValues? values)
        {
            try
            {
                return Record(values);
            }
            catch (DiskException) when (savedStep != state.Step)
            {
                // A line or a picture found no room. What was learned may have some, where older checkpoints make it.
                run.Save(state);
                throw;
            }
        }

        QualityValues? Record(StepValues? values)
        {
            QualityValues? measured = null;
            if (values is not null)
            {
                double before = clock.Elapsed.TotalSeconds;
                measured = quality.At(state);
                double measuring = clock.Elapsed.TotalSeconds - before;
                double seconds = clock.Elapsed.TotalSeconds;
                line = Line(state, values, log.SecondsBefore + seconds, (state.Step - tickStep) * options.ImagesPerStep / (seconds - measuring - tickSeconds)) with { Signs = signs.At(state), Quality = measured };
                log.Write(line);
                (tickSeconds, tickStep) = (seconds, state.Step);
                end = watch?.Look(state.Step);
            }

            if (options.Output.SampleAt(state.Step))
            {
                log.Picture(state.Step, SampleSheetWriter.Write(runFolder, state));
                sheetStep = state.Step;
            }

            if (options.Output.RandomAt(state.Step))
            {
                RandomSample.Write(runFolder, state);
            }

            return measured;
        }

        Tensor PicturesOrSave(long turn)
        {
            try
            {
                return batches.Pictures(turn);
            }
            catch (BadDataException) when (savedStep != state.Step)
            {
                // The pictures are gone, all of them; what was learned from them is not.
                run.Save(state);
                throw;
            }
        }
    }

    private static LogLine Line(TrainingState state, StepValues values, double seconds, double imagesPerSecond) => new()
    {
        Step = state.Step,
        Images = state.ImagesSeen,
        Seconds = Math.Round(seconds, 3),
        ImagesPerSecond = Math.Round(imagesPerSecond, 2),
        LossD = values.DiscriminatorLoss,
        LossG = values.GeneratorLoss,
        Penalty = values.Penalty,
        AccuracyReal = values.RealAccuracy,
        AccuracyFake = values.FakeAccuracy,
        AccuracyClass = values.ClassAccuracy,
        GradientNormD = values.DiscriminatorGradientNorm,
        GradientNormG = values.GeneratorGradientNorm,
        LearningRateG = state.Options.RatesMove ? values.Rates.GeneratorLearningRate : null,
        LearningRateD = state.Options.RatesMove ? values.Rates.DiscriminatorLearningRate : null,
        Augmentation = values.Augmentation,
    };
}
