using System.Diagnostics;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>A run from its saved step to its last, in the order things happen.</summary>
internal static class TrainingLoop
{
    /// <summary>Trains until the options' last step or until asked to stop; either way the last step is saved.</summary>
    /// <param name="tell">Told after every step.</param>
    /// <returns>Whether the last step was reached.</returns>
    public static bool Run(
        string runFolder, TrainingState state, BatchSource batches, TrainingRun run, RunLog log, Action<LoopNews> tell, CancellationToken stop)
    {
        var options = state.Options;
        var step = new TrainingStep(state);
        long savedStep = state.Step;
        long sheetStep = -1;
        long firstStep = state.Step;
        var clock = Stopwatch.StartNew();
        double tickSeconds = 0;
        long tickStep = state.Step;
        LogLine? line = null;

        while (state.Step < options.Steps && !stop.IsCancellationRequested)
        {
            using var scope = NewDisposeScope();
            long now = state.Step + 1;
            bool tick = now % options.Output.LogEvery == 0 || now == options.Steps;
            var values = step.Run(PicturesOrSave(), batches.Latents(now), batches.Classes(), read: tick);
            if (values is not null)
            {
                if (values.NotFinite() is { } what)
                {
                    throw run.Diverged(state.Step, what);
                }

                double seconds = clock.Elapsed.TotalSeconds;
                line = Line(state, values, log.SecondsBefore + seconds, (state.Step - tickStep) * options.Batch / (seconds - tickSeconds));
                log.Write(line);
                (tickSeconds, tickStep) = (seconds, state.Step);
            }

            if (options.Output.SampleAt(state.Step))
            {
                SampleSheetWriter.Write(runFolder, state);
                sheetStep = state.Step;
            }

            if (options.Output.RandomAt(state.Step))
            {
                RandomSample.Write(runFolder, state);
            }

            if (state.Step % options.Output.CheckpointEvery == 0)
            {
                run.Save(state);
                savedStep = state.Step;
            }

            tell(new LoopNews(state.Step, firstStep, clock.Elapsed, line));
        }

        if (savedStep != state.Step || run.Newest is null)
        {
            run.Save(state);
        }

        if (sheetStep != state.Step && state.Step >= options.Steps)
        {
            SampleSheetWriter.Write(runFolder, state);
        }

        return state.Step >= options.Steps;

        Tensor PicturesOrSave()
        {
            try
            {
                return batches.Pictures(state.Step + 1);
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
    };
}
