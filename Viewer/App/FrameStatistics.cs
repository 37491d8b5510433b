using System.Diagnostics;

namespace LatentWalk.Viewer.App;

/// <summary>
/// How the window is doing, over its newest frames: for the overlay and the benchmark. Main thread only; allocates
/// nothing after construction.
/// </summary>
/// <param name="capacity">Samples kept of each quantity.</param>
internal sealed class FrameStatistics(int capacity = 600)
{
    private const double FigureSeconds = 0.5;

    private long shownAt;
    private long shownFace;
    private long allocated;
    private long dropped;
    private long stale;
    private bool counting;
    private FrameFigures figures;
    private long figuredAt;

    /// <summary>What a run of the generator took, for one picture; seconds.</summary>
    public SampleRing Runs { get; } = new(capacity);

    /// <summary>From one buffer swap to the next, while frames follow one another; seconds.</summary>
    public SampleRing Intervals { get; } = new(capacity);

    /// <summary>From the input or step that changed the latent to the end of the first buffer swap with its picture; seconds.</summary>
    public SampleRing Latencies { get; } = new(capacity);

    /// <summary>Managed bytes that the frame loop and the worker allocated in a frame.</summary>
    public SampleRing Allocations { get; } = new(capacity);

    /// <summary>Frames swapped since the start.</summary>
    public long Frames { get; private set; }

    /// <summary>Different faces that were on screen since the start.</summary>
    public long Faces { get; private set; }

    /// <summary>A frame is on screen.</summary>
    /// <param name="desk">Whose face it shows.</param>
    public void FrameShown(PictureDesk desk)
    {
        long now = Stopwatch.GetTimestamp();
        long bytes = GC.GetAllocatedBytesForCurrentThread() + desk.WorkerAllocatedBytes;
        Frames++;
        if (counting)
        {
            Intervals.Add(Stopwatch.GetElapsedTime(shownAt, now).TotalSeconds);
            Allocations.Add(bytes - allocated);
        }

        if (desk.Face.Version != shownFace && !desk.Face.IsEmpty)
        {
            shownFace = desk.Face.Version;
            Faces++;
            Latencies.Add(Stopwatch.GetElapsedTime(desk.Face.ChangedAt, now).TotalSeconds);
        }

        (dropped, stale) = (desk.Replaced, desk.Stale);
        allocated = bytes;
        shownAt = now;
        counting = true;
    }

    /// <summary>All of it worked out, at most twice a second: numbers that change faster cannot be read.</summary>
    public FrameFigures ReadNowAndThen()
    {
        long now = Stopwatch.GetTimestamp();
        if (figuredAt == 0 || Stopwatch.GetElapsedTime(figuredAt, now).TotalSeconds >= FigureSeconds)
        {
            figuredAt = now;
            figures = Read();
        }

        return figures;
    }

    /// <summary>All of it worked out. Not for every frame.</summary>
    public FrameFigures Read() => new(Runs.Read(), Intervals.Read(), Latencies.Read(), Allocations.Read(), dropped, stale);

    /// <summary>There was nothing new to draw: the time until the next frame says nothing.</summary>
    public void FrameSkipped() => counting = false;

    /// <summary>Forgets the samples, not the totals.</summary>
    public void Clear()
    {
        Runs.Clear();
        Intervals.Clear();
        Latencies.Clear();
        Allocations.Clear();
        counting = false;
    }
}
