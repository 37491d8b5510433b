using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Report;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using LatentWalk.Trainer.Verdicts;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Verdicts;

/// <summary>Trains small networks (32×32, 16 filters) on painted faces, breaks them on purpose if asked, and reads the verdict from what the run wrote.</summary>
internal sealed class RunLab : IDisposable
{
    private const int Size = 32;

    private readonly TemporaryFolder _folder = new();
    private readonly List<PictureSet> _sets = [];

    public string Run => _folder["run"];

    /// <summary>A preset made small, as it would stand on a command line.</summary>
    public static TrainingOptions Options(string preset, int steps, params (string Path, string Value)[] more) => ConfigFields.With(Presets.Named(preset),
    [
        ("batch", "32"), ("steps", $"{steps}"),
        ("generator.resolution", $"{Size}"), ("generator.width", "16"),
        ("discriminator.resolution", $"{Size}"), ("discriminator.width", "16"),
        ("output.checkpointEvery", "100"), ("output.sampleSteps", "100"), ("quality.every", "0"),
        ("machine.threads", "1"), ("machine.device", "cpu"), ("data.folder", "faces"), .. more,
    ]);

    /// <param name="loss">Played for instead of the options' own.</param>
    /// <param name="tamper">Told after each step; may change the state.</param>
    /// <param name="guarded">With the guards of a real run, which go back to a checkpoint when numbers are not finite.</param>
    public Verdict Train(TrainingOptions options, int pictures = 600, ILoss? loss = null, Action<LoopNews>? tamper = null, bool guarded = false)
    {
        var set = Faces(pictures);
        options = RunConfig.WithClasses(options, set);
        options = options with { Data = options.Data with { Fingerprint = set.Fingerprint, Pictures = set.Count } };
        Directory.CreateDirectory(Run);
        TrainingOptionsJson.WriteFile(RunFolder.ConfigPath(Run), options);
        using var store = new CheckpointStore(Run);
        using var batches = new BatchSource(set, options, CPU);
        using var quality = new QualityMeter(set, options);
        Action<LoopNews> tell = tamper ?? (_ => { });
        Action<RunEvent> happened = e => RunEvents.Append(Run, e);
        if (guarded)
        {
            new GuardedTraining(Run, options, batches, new TrainingRun(store, happened), quality, happened, tell).Run(CancellationToken.None);
        }
        else
        {
            using var state = loss is null ? new TrainingState(options, CPU) : new TrainingState(options, CPU) { Loss = loss };
            using var log = RunLog.Open(Run, 0);
            TrainingLoop.Run(Run, state, batches, new TrainingRun(store, happened), log, quality, tell, CancellationToken.None);
        }

        return Verdict.Of(RunReport.Read(Run), KeptGenerators.Of(Run));
    }

    public void Dispose()
    {
        _sets.ForEach(set => set.Dispose());
        _folder.Dispose();
    }

    private PictureSet Faces(int count)
    {
        var pictures = new byte[count][];
        int[] classes = new int[count];
        byte[] values = new byte[PaintedKind.Faces.Attributes.Count];
        for (int i = 0; i < count; i++)
        {
            byte[] rgba = PaintedKind.Faces.Paint(1, i, new Canvas(Size), values);
            classes[i] = values[0];
            pictures[i] = new byte[3 * Size * Size];
            for (int pixel = 0; pixel < Size * Size; pixel++)
            {
                rgba.AsSpan(4 * pixel, 3).CopyTo(pictures[i].AsSpan(3 * pixel));
            }
        }

        var set = new PictureSet(pictures, Size, []) { Classes = [.. Enumerable.Range(0, classes.Max() + 1).Select(c => $"class {c}")], ClassIndices = classes };
        _sets.Add(set);
        return set;
    }
}
