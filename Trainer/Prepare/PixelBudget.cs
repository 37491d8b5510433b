namespace LatentWalk.Trainer.Prepare;

/// <summary>
/// How many pixels may be decoded at a time over all threads: many small pictures at once, or one large one. Keeps the memory
/// the same whatever the pictures and the number of threads.
/// </summary>
internal sealed class PixelBudget(long pixels)
{
    private readonly long _all = pixels;
    private readonly object _freed = new();
    private long _free = pixels;

    /// <summary>Waits until there is room; a picture larger than the whole budget has it for itself. Dispose the result to make room again.</summary>
    public Share Take(long wanted)
    {
        long share = Math.Clamp(wanted, 1, _all);
        lock (_freed)
        {
            while (share > _free)
            {
                Monitor.Wait(_freed);
            }

            _free -= share;
        }

        return new Share(this, share);
    }

    private void Give(long share)
    {
        lock (_freed)
        {
            _free += share;
            Monitor.PulseAll(_freed);
        }
    }

    internal readonly struct Share(PixelBudget budget, long pixels) : IDisposable
    {
        public void Dispose() => budget.Give(pixels);
    }
}
