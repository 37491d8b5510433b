using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Training;

/// <summary>A tiny run with its guards, as the verb trains it, which can be spoilt and stopped at a step.</summary>
internal sealed class GuardedRun : IDisposable
{
    private readonly string _folder;
    private readonly TrainingOptions _options;
    private readonly CheckpointStore _store;
    private readonly BatchSource _batches;
    private readonly QualityMeter _quality;
    private readonly List<string> _warnings = [];

    public GuardedRun(string runFolder, TrainingOptions options)
    {
        _folder = runFolder;
        _options = options;
        _store = new CheckpointStore(runFolder);
        var set = Tiny.Pictures();
        _batches = new BatchSource(set, options, CPU);
        _quality = new QualityMeter(set, options);
        TrainingOptionsJson.WriteFile(RunFolder.ConfigPath(runFolder), options);
    }

    /// <summary>Told after every step.</summary>
    public Action<LoopNews>? Told { get; init; }

    public IReadOnlyList<string> Warnings => _warnings;

    /// <param name="poisonAt">After this step, a weight of the discriminator is not a number; as many times as <paramref name="poisons"/>.</param>
    /// <param name="stopAt">Asked to stop after this step, or once a guard has warned after <paramref name="stopAfterWarningAt"/>.</param>
    public bool ToTheEnd(long poisonAt = -1, int poisons = 1, long stopAt = long.MaxValue, long stopAfterWarningAt = long.MaxValue)
    {
        using var stop = new CancellationTokenSource();
        return new GuardedTraining(_folder, _options, _batches, new TrainingRun(_store, Happened), _quality, Happened, Tell).Run(stop.Token) is not LoopEnd.Stopped;

        void Tell(LoopNews news)
        {
            Told?.Invoke(news);
            if (news.Step == poisonAt && poisons-- > 0)
            {
                using var noGradient = no_grad();
                news.State.Discriminator.parameters().First().fill_(float.NaN);
            }

            if (news.Step >= stopAt || (news.Step >= stopAfterWarningAt && _warnings.Count > 0))
            {
                stop.Cancel();
            }
        }
    }

    private void Happened(RunEvent happened)
    {
        _warnings.Add(happened.Text);
        RunEvents.Append(_folder, happened);
    }

    public void Dispose()
    {
        _quality.Dispose();
        _batches.Dispose();
        _store.Dispose();
    }
}
