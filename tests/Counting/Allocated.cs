namespace LatentWalk.Tests.Counting;

/// <summary>What code allocates on its thread.</summary>
internal static class Allocated
{
    private const int Rounds = 5;

    /// <summary>
    /// The fewest bytes that one round of the work allocated, after one to warm up. What the work allocates it does in every
    /// round; beside it, code compiled in a hurry boxes numbers, and a collection that another test caused takes from this thread
    /// the rest of its allocation buffer, which is then counted as used.
    /// </summary>
    public static long By(Action work)
    {
        work();
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
