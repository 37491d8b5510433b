using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Inference;
using LatentWalk.Viewer.Models;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.App;

/// <summary>
/// The generators that are open and what each is for: the one walked in, the one it is compared with, the checkpoints of
/// its run. Owns them. Main thread.
/// </summary>
internal sealed class OpenGenerators(ProviderChoice provider) : IDisposable
{
    private const double RefreshSeconds = 5;

    private RunFollower? follower;
    private RunTimeline? timeline;
    private double sinceRefresh;

    /// <summary>The one walked in; null until the first is open.</summary>
    public GeneratorSource? Main { get; private set; }

    /// <summary>The one it is compared with; null where there is none.</summary>
    public GeneratorSource? Other { get; private set; }

    /// <summary>The run that is watched for new checkpoints; null for none.</summary>
    public string? Followed => follower?.Run;

    /// <summary>The run's moments, oldest first; empty for a generator that belongs to none.</summary>
    public IReadOnlyList<TimelineStop> Stops => timeline?.Stops ?? [];

    /// <summary>Walks in another one from now on, and closes the one before.</summary>
    /// <param name="source">Opened; owned from now on.</param>
    /// <param name="follow">Whether to go on to newer checkpoints of its run as they come.</param>
    public void Enter(GeneratorSource source, bool follow)
    {
        if (ReferenceEquals(source, Main))
        {
            return;
        }

        GeneratorSource? before = Main;
        Main = source;
        before?.Dispose();
        if (Other is not null && Other.ZDim != source.ZDim)
        {
            Compare(null);
        }

        if (!follow || source.TrainingRun != Followed)
        {
            follower?.Dispose();
            follower = follow && source.TrainingRun is { } run ? Follow(run, source) : null;
        }

        if (timeline is not null && timeline.Run != source.TrainingRun)
        {
            timeline.Dispose();
            timeline = null;
        }
    }

    /// <summary>Compares with another one from now on; null for none.</summary>
    /// <exception cref="BadModelException">Its latents have another length.</exception>
    public void Compare(GeneratorSource? other)
    {
        if (other is not null && Main is not null && other.ZDim != Main.ZDim)
        {
            string message = $"{other.Info.Name} takes {other.ZDim} numbers and {Main.Info.Name} takes {Main.ZDim}: one latent can not be shown in both. Compare two generators of one latent size.";
            other.Dispose();
            throw new BadModelException(message);
        }

        Other?.Dispose();
        Other = other;
    }

    /// <summary>Makes the run's moments ready to be looked at.</summary>
    /// <exception cref="LatentWalkException">The run can not be read.</exception>
    public void OpenTimeline()
    {
        if (Main is { TrainingRun: { } run } main && timeline is null)
        {
            timeline = new RunTimeline(run, provider, main.Info.Directions);
        }
    }

    /// <summary>The generator of a name; null while it is being opened.</summary>
    public GeneratorSource? Find(SourceRef source) => source.Kind switch
    {
        SourceKind.Main => Main,
        SourceKind.Other => Other,
        _ => timeline?.Find(source.Index),
    };

    /// <summary>A newer checkpoint of the followed run, to be entered; null for none.</summary>
    public GeneratorSource? TakeNewer() => follower?.Take();

    /// <summary>Looks after what happens by itself. Call it every frame.</summary>
    /// <returns>What went wrong, once; null while all is well.</returns>
    public string? Advance(double seconds)
    {
        sinceRefresh += seconds;
        if (sinceRefresh >= RefreshSeconds)
        {
            sinceRefresh = 0;
            timeline?.Refresh();
        }

        return timeline?.Finish() ?? follower?.TakeProblem();
    }

    public void Dispose()
    {
        follower?.Dispose();
        timeline?.Dispose();
        Other?.Dispose();
        Main?.Dispose();
    }

    private RunFollower Follow(string run, GeneratorSource source)
    {
        // The same axes, and so the same speeds along them.
        IReadOnlyList<Direction> axes = source.Info.Directions;
        IReadOnlyList<float> gains = source.Gains;
        return new RunFollower(run, source.Info.Checkpoint, generator => GeneratorSource.Open(generator, provider, axes, gains), RunFollower.Usual);
    }
}
