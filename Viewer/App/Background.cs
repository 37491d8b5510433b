using System.Collections.Concurrent;
using LatentWalk.Core.Errors;

namespace LatentWalk.Viewer.App;

/// <summary>
/// Work that takes longer than a frame (opening a generator, writing a file): done elsewhere, finished on the main thread.
/// </summary>
internal sealed class Background
{
    private readonly ConcurrentQueue<Action> finished = new();
    private int pending;

    /// <summary>Whether nothing is under way or waits to be finished.</summary>
    public bool IsIdle => Volatile.Read(ref pending) == 0;

    /// <param name="work">Runs on another thread; what it returns runs in <see cref="Finish"/>.</param>
    /// <param name="failed">Runs in <see cref="Finish"/> when the work throws.</param>
    public void Start(Func<Action> work, Action<Exception> failed)
    {
        Interlocked.Increment(ref pending);
        _ = Task.Run(() => finished.Enqueue(Guarded(work, failed)));
    }

    /// <summary>Runs what has come back, on the calling thread.</summary>
    public void Finish()
    {
        while (!finished.IsEmpty && finished.TryDequeue(out Action? finish))
        {
            Interlocked.Decrement(ref pending);
            finish();
        }
    }

    private static Action Guarded(Func<Action> work, Action<Exception> failed)
    {
        try
        {
            return work();
        }
        catch (Exception error)    // a worker's edge: the main thread decides whether it ends the program
        {
            return () => failed(error);
        }
    }

    /// <summary>The words for the screen: a user's mistake as it is, anything else marked as ours.</summary>
    public static string Describe(Exception error) => error is LatentWalkException
        ? error.Message
        : $"this is a bug in Latent Walk: {error.GetType().Name}: {error.Message}";
}
