using System.Runtime.ExceptionServices;

namespace LatentWalk.Data;

/// <summary>Work on several threads whose results are taken in order, with a bound on how many wait.</summary>
public static class OrderedWork
{
    /// <summary>
    /// Makes results 0 to <paramref name="count"/> - 1 on background threads and hands each to <paramref name="take"/> on the
    /// calling thread, in order. The outcome does not depend on the threads: what <paramref name="make"/> throws is thrown
    /// when its turn comes.
    /// </summary>
    /// <param name="ahead">Results that may be begun and not yet taken, the bound on memory.</param>
    public static void Run<T>(int count, int threads, int ahead, Func<int, T> make, Action<int, T> take, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ahead);
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(take);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var free = new SemaphoreSlim(ahead);
        var ring = new Slot<T>[ahead];
        for (int i = 0; i < ring.Length; i++)
        {
            ring[i] = new Slot<T>();
        }

        int next = -1;
        var workers = new Task[Math.Min(threads, ring.Length)];
        for (int w = 0; w < workers.Length; w++)
        {
            workers[w] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        try
        {
            for (int i = 0; i < count; i++)
            {
                var slot = ring[i % ring.Length];
                slot.Ready.Wait(stop.Token);
                slot.Ready.Reset();
                slot.Error?.Throw();
                take(i, slot.Result!);
                slot.Result = default;
                free.Release();
            }
        }
        finally
        {
            stop.Cancel();
            Task.WaitAll(workers, CancellationToken.None);
            foreach (var slot in ring)
            {
                slot.Ready.Dispose();
            }
        }

        // A permit is taken before an index, and permits come back in the order of the indices: no two in flight share a slot.
        void Work()
        {
            while (true)
            {
                try
                {
                    free.Wait(stop.Token);
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                int i = Interlocked.Increment(ref next);
                if (i >= count)
                {
                    return;
                }

                var slot = ring[i % ring.Length];
                try
                {
                    slot.Result = make(i);
                }
                catch (Exception error)
                {
                    // A worker's edge: it is thrown again on the caller's thread.
                    slot.Error = ExceptionDispatchInfo.Capture(error);
                }

                slot.Ready.Set();
            }
        }
    }

    private sealed class Slot<T>
    {
        public T? Result { get; set; }

        public ExceptionDispatchInfo? Error { get; set; }

        public ManualResetEventSlim Ready { get; } = new();
    }
}
