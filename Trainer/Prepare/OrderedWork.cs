namespace LatentWalk.Trainer.Prepare;

/// <summary>Work on several threads whose results come out in the order in which it went in, only so many ahead.</summary>
internal static class OrderedWork
{
    private const int AheadPerThread = 4;

    /// <exception cref="OperationCanceledException">Asked to stop.</exception>
    public static IEnumerable<TResult> Run<TSource, TResult>(
        IEnumerable<TSource> source, int threads, Func<TSource, int, TResult> work, CancellationToken stop)
    {
        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var factory = new TaskFactory(stop, TaskCreationOptions.DenyChildAttach, TaskContinuationOptions.None, scheduler);
        var running = new Queue<Task<TResult>>();
        try
        {
            int index = 0;
            foreach (TSource item in source)
            {
                int place = index++;
                running.Enqueue(factory.StartNew(() => work(item, place)));
                if (running.Count >= AheadPerThread * threads)
                {
                    yield return running.Dequeue().GetAwaiter().GetResult();
                }
            }

            while (running.Count > 0)
            {
                yield return running.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Nobody may go on with the sources after they are closed. What these threw, the first to fail has said.
            Task.WhenAll(running).ContinueWith(static done => done.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }
}
