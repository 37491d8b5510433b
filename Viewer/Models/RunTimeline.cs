using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Inference;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// The generators of a training run from its first kept moment to its last, as stops to go along. Each is opened when it is
/// first looked at, its neighbours soon after, and all have the axes of the generator that is walked in. Main thread.
/// </summary>
internal sealed class RunTimeline : IDisposable
{
    private readonly SourceCache<string> cache;
    private Task<IReadOnlyList<TimelineStop>>? listing;

    /// <param name="run">The folder of the run.</param>
    /// <param name="provider">What runs the generators.</param>
    /// <param name="axes">Of the generator that is walked in.</param>
    public RunTimeline(string run, ProviderChoice provider, IReadOnlyList<Direction> axes)
    {
        Run = run;
        cache = new SourceCache<string>(path => GeneratorSource.Open(path, provider, axes));
        Stops = List(run);
    }

    public string Run { get; }

    /// <summary>Oldest first; another list after the run has moved on.</summary>
    public IReadOnlyList<TimelineStop> Stops { get; private set; }

    /// <summary>Whether a stop is being opened.</summary>
    public bool IsBusy => cache.IsBusy;

    /// <summary>What a run has to offer, oldest first: its checkpoints, and the generators kept of earlier ones.</summary>
    /// <exception cref="LatentWalkException">The manifest can not be read.</exception>
    public static IReadOnlyList<TimelineStop> List(string run)
    {
        IReadOnlyList<CheckpointRef> committed = CommittedCheckpoints.Of(run);
        return [.. GeneratorHistory.Of(run)
            .Where(kept => !committed.Any(checkpoint => checkpoint.Step == kept.Step))
            .Select(kept => new TimelineStop(kept.Step, kept.Path, null))
            .Concat(committed.Select(checkpoint => new TimelineStop(checkpoint.Step, checkpoint.Path, checkpoint.Sha256)))
            .OrderBy(stop => stop.Step)];
    }

    /// <summary>The stop nearest to a step; -1 where there is none.</summary>
    public int Nearest(long step)
    {
        int nearest = -1;
        for (int i = 0; i < Stops.Count; i++)
        {
            if (nearest < 0 || Math.Abs(Stops[i].Step - step) < Math.Abs(Stops[nearest].Step - step))
            {
                nearest = i;
            }
        }

        return nearest;
    }

    /// <summary>
    /// The generator of a stop; while it is being opened the nearest one that is open, or null. Opens the stops on either side
    /// as well.
    /// </summary>
    public GeneratorSource? Find(int stop)
    {
        if (stop < 0 || stop >= Stops.Count)
        {
            return null;
        }

        if (cache.Find(Stops[stop].Path) is not { } source)
        {
            return NearestOpen(stop);
        }

        if (!cache.IsBusy)
        {
            Prefetch(stop + 1);
            Prefetch(stop - 1);
        }

        return source;
    }

    /// <summary>Looks at the folder again; the stops change in a later <see cref="Finish"/>.</summary>
    public void Refresh() => listing ??= Task.Run(() => List(Run));

    /// <summary>Takes in what has come. Call it every frame.</summary>
    /// <returns>Why a stop could not be opened, once; null while all is well.</returns>
    public string? Finish()
    {
        if (listing is { IsCompleted: true } done)
        {
            listing = null;
            if (done.IsCompletedSuccessfully)
            {
                Stops = done.Result;
                cache.Forget(path => !Stops.Any(stop => stop.Path == path));
            }
        }

        string? problem = cache.Finish();
        if (problem is null || Stops.All(stop => File.Exists(stop.Path)))
        {
            return problem;
        }

        Refresh();    // the trainer has deleted it, and kept its generator under another name
        return null;
    }

    public void Dispose() => cache.Dispose();

    private void Prefetch(int stop)
    {
        if (stop >= 0 && stop < Stops.Count)
        {
            cache.Prefetch(Stops[stop].Path);
        }
    }

    private GeneratorSource? NearestOpen(int stop)
    {
        for (int away = 1; away < Stops.Count; away++)
        {
            GeneratorSource? found = (stop - away >= 0 ? cache.Peek(Stops[stop - away].Path) : null)
                ?? (stop + away < Stops.Count ? cache.Peek(Stops[stop + away].Path) : null);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
