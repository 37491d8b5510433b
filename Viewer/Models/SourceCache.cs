using System.Collections.Concurrent;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// Generators that are opened when they are first asked for, one at a time and off the main thread, and closed when too many
/// others have been asked for since. Main thread only, but for the opening.
/// </summary>
/// <typeparam name="TKey">What names a generator.</typeparam>
/// <param name="open">Opens one; runs on another thread.</param>
/// <param name="capacity">How many stay open.</param>
internal sealed class SourceCache<TKey>(Func<TKey, GeneratorSource> open, int capacity = SourceCache<TKey>.UsualCapacity) : IDisposable
    where TKey : notnull
{
    public const int UsualCapacity = 6;

    private readonly Dictionary<TKey, (GeneratorSource Source, long Used)> opened = [];
    private readonly Dictionary<TKey, string> failed = [];
    private readonly ConcurrentQueue<(TKey Key, GeneratorSource? Source, string? Error)> finished = new();
    private readonly List<TKey> wanted = [];
    private TKey? current;
    private bool opening;
    private bool disposed;
    private long clock;

    /// <summary>Whether something is being opened.</summary>
    public bool IsBusy => opening;

    /// <summary>Generators that are open.</summary>
    public int Count => opened.Count;

    /// <summary>The generator; null while it is being opened, which this begins, and where it can not be.</summary>
    public GeneratorSource? Find(TKey key)
    {
        if (opened.TryGetValue(key, out (GeneratorSource Source, long Used) found))
        {
            opened[key] = (found.Source, ++clock);
            return found.Source;
        }

        Want(key, first: true);
        return null;
    }

    /// <summary>The generator if it is open; begins nothing.</summary>
    public GeneratorSource? Peek(TKey key) => opened.TryGetValue(key, out (GeneratorSource Source, long Used) found) ? found.Source : null;

    /// <summary>Opens it when there is nothing else to open: it may be asked for next.</summary>
    public void Prefetch(TKey key)
    {
        if (!opened.ContainsKey(key))
        {
            Want(key, first: false);
        }
    }

    /// <summary>Puts in one that was opened elsewhere; the cache's from now on.</summary>
    public void Add(TKey key, GeneratorSource source)
    {
        if (opened.Remove(key, out (GeneratorSource Source, long Used) old))
        {
            old.Source.Dispose();
        }

        failed.Remove(key);
        opened[key] = (source, ++clock);
        CloseOldest();
    }

    /// <summary>Takes in what has been opened. Call it every frame.</summary>
    /// <returns>Why the last one could not be opened, once; null while all is well.</returns>
    public string? Finish()
    {
        string? problem = null;
        while (!finished.IsEmpty && finished.TryDequeue(out (TKey Key, GeneratorSource? Source, string? Error) done))
        {
            opening = false;
            if (done.Source is not null)
            {
                Add(done.Key, done.Source);
            }
            else
            {
                failed[done.Key] = problem = done.Error!;
            }
        }

        while (!opening && wanted.Count > 0)
        {
            TKey next = wanted[0];
            wanted.RemoveAt(0);
            if (!opened.ContainsKey(next))
            {
                current = next;
                opening = true;
                _ = Task.Run(() => Open(next));
            }
        }

        return problem;
    }

    /// <summary>Forgets what is not needed any more and what could not be opened; what is open stays until it is the oldest.</summary>
    public void Forget(Predicate<TKey> gone)
    {
        wanted.RemoveAll(gone);
        foreach (TKey key in failed.Keys.Where(key => gone(key)).ToArray())
        {
            failed.Remove(key);
        }
    }

    public void Dispose()
    {
        lock (finished)
        {
            disposed = true;
        }

        wanted.Clear();
        while (finished.TryDequeue(out (TKey Key, GeneratorSource? Source, string? Error) done))
        {
            done.Source?.Dispose();
        }

        foreach ((GeneratorSource source, _) in opened.Values)
        {
            source.Dispose();
        }

        opened.Clear();
    }

    private void Want(TKey key, bool first)
    {
        if (failed.ContainsKey(key) || (opening && EqualityComparer<TKey>.Default.Equals(key, current)))
        {
            return;
        }

        int at = wanted.IndexOf(key);
        if (first && at != 0)
        {
            if (at > 0)
            {
                wanted.RemoveAt(at);
            }

            wanted.Insert(0, key);
        }
        else if (at < 0)
        {
            wanted.Add(key);
        }

        // Whoever scrubs along a hundred checkpoints wants the last of them.
        if (wanted.Count > capacity)
        {
            wanted.RemoveAt(wanted.Count - 1);
        }
    }

    private void Open(TKey key)
    {
        (TKey, GeneratorSource?, string?) done;
        try
        {
            done = (key, open(key), null);
        }
        catch (Exception error)    // a worker's edge: the main thread puts it into words on the screen
        {
            done = (key, null, App.Background.Describe(error));
        }

        lock (finished)
        {
            if (!disposed)
            {
                finished.Enqueue(done);
                return;
            }
        }

        done.Item2?.Dispose();
    }

    private void CloseOldest()
    {
        while (opened.Count > capacity)
        {
            TKey oldest = opened.MinBy(entry => entry.Value.Used).Key;
            opened.Remove(oldest, out (GeneratorSource Source, long Used) closed);
            closed.Source.Dispose();    // a run that is under way ends first
        }
    }
}
