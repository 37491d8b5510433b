using System.Diagnostics;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Planning;

/// <summary>A few steps on made-up pictures, with a sheet and a checkpoint that are not written.</summary>
internal static class TrialRun
{
    private const int Rounds = 2;
    private const int Pictures = 16;

    public static PlanTrial Run(TrainingOptions options)
    {
        using var state = new TrainingState(options, Devices.Named(options.Machine.Device));
        using var batches = new BatchSource(MadeUpPictures.Of(options.Seed, Pictures, options.Generator.Resolution, options.Data.Classes), options, state.Device);
        var step = new TrainingStep(state);

        // Far into a run that takes its penalty every so many turns: a step with as few penalties as there can be, and one with as many.
        long far = 1000L * options.Penalty.Every;
        Seconds(far - 1);
        double light = double.MaxValue;
        double heavy = double.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            light = Math.Min(light, Seconds(far));
            heavy = Math.Min(heavy, Seconds(far - 1));
        }

        var tensors = CheckpointState.Save(state);
        using (var scope = NewDisposeScope())
        {
            SampleSheetWriter.Draw(state.Best, SampleSheetWriter.Latents(SampleSheetWriter.Seeds, options.Generator), state.Device);
        }

        string kept = WeightSet.BestOf(tensors.Select(tensor => tensor.Name)).Prefix;
        return new PlanTrial
        {
            Batch = options.Batch,
            MicroBatch = step.MicroBatch,
            StepSeconds = Average(options, far, light, heavy),
            PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
            GeneratorParameters = state.Generator.parameters().Sum(parameter => parameter.numel()),
            DiscriminatorParameters = state.Discriminator.parameters().Sum(parameter => parameter.numel()),
            CheckpointBytes = tensors.Sum(tensor => (long)tensor.Bytes.Length),
            HistoryBytes = tensors.Where(tensor => tensor.Name.StartsWith(kept, StringComparison.Ordinal)).Sum(tensor => (long)tensor.Bytes.Length),
        };

        double Seconds(long finished)
        {
            using var scope = NewDisposeScope();
            state.Step = finished;
            var clock = Stopwatch.StartNew();

            // Reading the values waits for the device.
            step.Run(batches.Of, read: true);
            return clock.Elapsed.TotalSeconds;
        }
    }

    /// <summary>Seconds of a step over a whole round of penalties, from one with few and one with more.</summary>
    internal static double Average(TrainingOptions options, long far, double light, double heavy)
    {
        long turns = options.Loss.DiscriminatorSteps;
        double every = options.Penalty.Every;
        if (options.Penalty.Kind == "none")
        {
            return Math.Min(light, heavy);
        }

        long few = Penalties(far * turns, turns, options.Penalty.Every);
        long many = Penalties((far - 1) * turns, turns, options.Penalty.Every);
        return few == many ? (light + heavy) / 2 : light + ((heavy - light) / (many - few) * ((turns / every) - few));
    }

    /// <summary>How many of the turns after one take the penalty.</summary>
    private static long Penalties(long after, long turns, int every) => ((after + turns) / every) - (after / every);
}
