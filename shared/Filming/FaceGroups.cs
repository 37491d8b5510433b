using System.Runtime.ExceptionServices;

namespace LatentWalk.Filming;

/// <summary>
/// Hands out a path's frames in groups, in order, to several threads, and holds back who would run too far ahead of the slowest: what
/// waits for its turn stays bounded. The groups are always the same: a picture may depend on its company in the last bit.
/// </summary>
internal sealed class FaceGroups(IFramePath path, int size, int ahead, CancellationToken stop)
{
    private readonly Lock pathGate = new();
    private readonly object gate = new();
    private readonly SortedSet<int> running = [];
    private ExceptionDispatchInfo? failure;
    private int next;

    /// <summary>The next group; null when there is none, or another thread has failed.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public (int First, FrameLatent[] Frames)? Take()
    {
        lock (pathGate)
        {
            int first = next;
            lock (gate)
            {
                while (failure is null && running.Count > 0 && first - running.Min >= ahead * size)
                {
                    Monitor.Wait(gate);
                }

                stop.ThrowIfCancellationRequested();
                if (failure is not null || first >= path.FrameCount)
                {
                    return null;
                }

                running.Add(first);
            }

            // A path is asked for its frames in order, by one thread at a time.
            FrameLatent[] frames = new FrameLatent[Math.Min(size, path.FrameCount - first)];
            for (int i = 0; i < frames.Length; i++)
            {
                frames[i] = path.At(first + i);
            }

            next = first + frames.Length;
            return (first, frames);
        }
    }

    public void Done(int first)
    {
        lock (gate)
        {
            running.Remove(first);
            Monitor.PulseAll(gate);
        }
    }

    public void Fail(Exception error)
    {
        lock (gate)
        {
            failure ??= ExceptionDispatchInfo.Capture(error);
            Monitor.PulseAll(gate);
        }
    }

    public void ThrowIfFailed() => failure?.Throw();
}
