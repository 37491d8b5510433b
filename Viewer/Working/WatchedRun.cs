using System.Diagnostics;

namespace LatentWalk.Viewer.Working;

/// <summary>
/// Runs sources on the worker's thread so that the window can see from its own how long a run has been going on. A run
/// that fails is tried again on the CPU where the source has not been there already.
/// </summary>
internal sealed class WatchedRun
{
    private IPictureSource? running;
    private long startedAt;
    private string? notice;

    /// <summary>The source whose run has outlasted its patience; null while all is well. Any thread.</summary>
    public IPictureSource? FindHung()
    {
        long start = Volatile.Read(ref startedAt);
        IPictureSource? source = Volatile.Read(ref running);
        return start != 0 && source is not null
            && Stopwatch.GetElapsedTime(start).TotalSeconds > source.PatienceSeconds
            && Volatile.Read(ref startedAt) == start
                ? source
                : null;
    }

    /// <summary>What the user should be told, once. Any thread.</summary>
    public string? TakeNotice() => Volatile.Read(ref notice) is null ? null : Interlocked.Exchange(ref notice, null);

    /// <returns>Seconds that the run took.</returns>
    public double Run(IPictureSource source, ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba)
    {
        try
        {
            return RunOnce(source, z, c, count, rgba);
        }
        catch (Exception error) when (error is not ObjectDisposedException)    // a worker's edge: providers throw what they like
        {
            if (!FallBack(source, error.Message))
            {
                throw;
            }
        }

        return RunOnce(source, z, c, count, rgba);
    }

    /// <summary>Moves a source to the CPU and leaves word of it; false when it cannot move.</summary>
    /// <param name="source">Not running on this thread.</param>
    /// <param name="reason">A sentence, with or without its full stop.</param>
    public bool FallBack(IPictureSource source, string reason)
    {
        string provider = source.Provider;
        if (!source.FallBack())
        {
            return false;
        }

        Volatile.Write(ref notice, $"the GPU provider {provider} failed: {reason.TrimEnd('.', ' ')}; drawing on the CPU now");
        return true;
    }

    private double RunOnce(IPictureSource source, ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba)
    {
        long start = Stopwatch.GetTimestamp();
        Volatile.Write(ref running, source);
        Volatile.Write(ref startedAt, start);
        try
        {
            source.Run(z, c, count, rgba);
        }
        finally
        {
            Volatile.Write(ref startedAt, 0);
            Volatile.Write(ref running, null);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
