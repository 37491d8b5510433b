using System.Diagnostics;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.App;

/// <summary>
/// The main thread's side of the worker: asks for pictures when what should be shown has changed, takes the newest that
/// have come, drops the ones nobody waits for any more, and replaces a worker that hangs. It owns no source: whoever
/// does may dispose it as soon as nothing more is ordered from it.
/// </summary>
/// <param name="statistics">Larger ones for who measures.</param>
internal sealed class PictureDesk(FrameStatistics? statistics = null) : IDisposable
{
    private const double Smoothing = 0.1;
    private const int WarmUps = 5;
    private const int Slots = 3;

    /// <summary>Of a frame, to wait for its picture: the rest is for drawing.</summary>
    private const double LargestShare = 0.5;
    private const double LongestFrame = 1.0 / 60;
    private const int MostImpatientFrames = 32;

    /// <summary>Threads that hang cannot be ended: there must not be ever more of them.</summary>
    private const int MostAbandoned = 8;

    private readonly PicturePart[] asked = [.. Enumerable.Range(0, Slots).Select(_ => new PicturePart())];
    private readonly long[] finished = new long[Slots];
    private readonly FadingFace face = new();
    private PictureWorker worker = new();
    private long allocatedBefore;
    private long droppedBefore;
    private long lastNumber;
    private long lastVersion;
    private int runs;
    private readonly List<PictureWorker> abandoned = [];
    private int impatient;
    private int impatience = 1;
    private bool changed;
    private bool closed;

    public FrameStatistics Statistics { get; } = statistics ?? new FrameStatistics();

    public ShownPicture Face => face.Current;

    /// <summary>The face and the one before, for the moments in which both are seen.</summary>
    public FadingFace Fade => face;

    public ShownPicture Other { get; } = new();

    public ShownPicture Sheet { get; } = new();

    /// <summary>What one picture takes, smoothed.</summary>
    public double RunSeconds { get; private set; }

    /// <summary>Whether something ordered has no whole answer yet.</summary>
    public bool IsWaiting => IsWaitingFor(PictureSlot.Face) || IsWaitingFor(PictureSlot.Other) || IsWaitingFor(PictureSlot.Sheet);

    /// <summary>Pictures that came too late to be shown.</summary>
    public long Stale { get; private set; }

    /// <summary>Requests that a newer one replaced before the worker saw them.</summary>
    public long Replaced => droppedBefore + worker.Requests.Dropped;

    public long WorkerAllocatedBytes => allocatedBefore + worker.AllocatedBytes;

    public bool IsWaitingFor(PictureSlot slot)
    {
        PicturePart part = asked[(int)slot];
        return part.Source is not null && finished[(int)slot] != part.Number && !closed;
    }

    /// <summary>What the face or the other face should show from now on; the same as before costs nothing.</summary>
    /// <param name="slot">Not the sheet.</param>
    /// <param name="source">Lives until something else is ordered in this slot, and is the asker's.</param>
    /// <param name="z">[zdim], before truncation.</param>
    /// <param name="c">[classes], or empty for the first class.</param>
    /// <param name="truncation">Of this slot.</param>
    /// <param name="seed">That z was drawn from, where it was.</param>
    public void Order(PictureSlot slot, IPictureSource source, ReadOnlySpan<float> z, ReadOnlySpan<float> c, float truncation, ulong? seed)
    {
        PicturePart part = asked[(int)slot];
        if (IsSame(part, source, truncation) && part.Seed == seed && part.Z.SequenceEqual(z) && part.C.SequenceEqual(c))
        {
            return;
        }

        part.SetLatents(1, z, c);
        Change(part, source, truncation, seed);
    }

    /// <summary>What the sheet should show from now on.</summary>
    /// <param name="source">As for a face.</param>
    /// <param name="z">[count, zdim], before truncation.</param>
    /// <param name="c">[count, classes], or empty for the first class.</param>
    /// <param name="count">Faces.</param>
    /// <param name="truncation">Of all of them.</param>
    /// <param name="version">The same as long as the latents are the same.</param>
    /// <param name="whole">The sheet before stays until all of this one is there (for one that changes all the time); else it goes at once.</param>
    public void OrderSheet(
        IPictureSource source, ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, float truncation, long version, bool whole = false)
    {
        PicturePart part = asked[(int)PictureSlot.Sheet];
        if (IsSame(part, source, truncation) && part.Version == version)
        {
            return;
        }

        if (!whole && part.Version != version)
        {
            Sheet.Forget();    // the old faces must not be there to be clicked on
        }

        part.SetLatents(count, z, c);
        part.Version = version;
        part.IsWhole = whole;
        Change(part, source, truncation, null);
    }

    /// <summary>Nothing more is wanted in this slot; what it shows stays.</summary>
    public void Cancel(PictureSlot slot)
    {
        PicturePart part = asked[(int)slot];
        if (part.Source is not null)
        {
            part.Source = null;
            part.Number = ++lastNumber;
            changed = true;
        }
    }

    /// <summary>Passes on what was ordered, if any of it is new.</summary>
    public void Send()
    {
        if (!changed)
        {
            return;
        }

        changed = false;
        PictureRequest request = worker.Requests.Draft;
        for (PictureSlot slot = PictureSlot.Face; slot <= PictureSlot.Sheet; slot++)
        {
            PicturePart part = asked[(int)slot];
            if (request[slot].Number != part.Number)
            {
                request[slot].CopyFrom(part);
            }
        }

        worker.Requests.Post();
    }

    /// <summary>Takes what has come and is still wanted.</summary>
    public DeskNews Take()
    {
        string? notice = worker.TakeNotice();
        string? error = null;
        int pictures = 0;
        for (PictureSlot slot = PictureSlot.Face; slot <= PictureSlot.Sheet; slot++)
        {
            if (worker.Results(slot).TryTake(out PictureResult result) && IsWanted(slot, result))
            {
                if (result.Error is not null)
                {
                    error = result.Error;
                }
                else
                {
                    Show(slot, result);
                    pictures++;
                }
            }
        }

        if (!closed && worker.FindHung() is { } hung)
        {
            error ??= Replace(hung);
        }

        return new DeskNews(pictures, error, notice);
    }

    /// <summary>A frame begins.</summary>
    public void Advance(double seconds) => face.Advance(seconds);

    /// <summary>
    /// Waits for the face where it takes much less than a frame: it is then seen a whole frame earlier. Where it does not
    /// come in time after all (a sheet is in the way), nobody waits again for a while.
    /// </summary>
    /// <param name="frameSeconds">From frame to frame.</param>
    public void AwaitFace(double frameSeconds)
    {
        double longest = Math.Min(frameSeconds, LongestFrame) * LargestShare;
        if (!IsWaitingFor(PictureSlot.Face) || --impatient > 0 || RunSeconds == 0 || RunSeconds > longest)
        {
            return;
        }

        long start = Stopwatch.GetTimestamp();
        while (!worker.Results(PictureSlot.Face).IsFull)
        {
            double left = longest - Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (left <= 0)
            {
                impatience = Math.Min(2 * impatience, MostImpatientFrames);
                impatient = impatience;
                return;
            }

            worker.WaitForResult((int)Math.Ceiling(left * 1000), PictureSlot.Face);
        }

        impatience = 1;
    }

    /// <summary>Waits a moment for the worker.</summary>
    public void WaitForResult(int milliseconds = 100) => worker.WaitForResult(milliseconds);

    public void Dispose() => worker.Dispose();

    private static bool IsSame(PicturePart part, IPictureSource source, float truncation) =>
        ReferenceEquals(part.Source, source) && part.Truncation == truncation;

    private void Change(PicturePart part, IPictureSource source, float truncation, ulong? seed)
    {
        part.Source = source;
        part.Truncation = truncation;
        part.Seed = seed;
        part.Number = ++lastNumber;
        part.ChangedAt = Stopwatch.GetTimestamp();
        changed = true;
    }

    private bool IsWanted(PictureSlot slot, PictureResult result)
    {
        PicturePart part = asked[(int)slot];
        if (!ReferenceEquals(result.Source, part.Source))
        {
            Stale++;
            return false;
        }

        if (result.IsComplete)
        {
            finished[(int)slot] = result.Number;
        }

        return true;
    }

    private void Show(PictureSlot slot, PictureResult result)
    {
        long version = ++lastVersion;
        if (slot == PictureSlot.Sheet)
        {
            // The last of an older sheet must not come back where it was forgotten.
            if (result.Version == asked[(int)slot].Version || asked[(int)slot].IsWhole)
            {
                Sheet.Take(result, version);
            }

            return;
        }

        // The first runs of a generator warm it up and say nothing about the rest.
        RunSeconds += (++runs <= WarmUps ? 1 : Smoothing) * (result.RunSeconds - RunSeconds);
        Statistics.Runs.Add(result.RunSeconds);
        if (slot == PictureSlot.Face)
        {
            face.Take(result, version);
        }
        else
        {
            Other.Take(result, version);
        }
    }

    // A native call cannot be ended from outside: the thread stays where it is, and another one takes over.
    private string? Replace(IPictureSource hung)
    {
        abandoned.RemoveAll(left => left.HasEnded);
        if (abandoned.Count == MostAbandoned)
        {
            closed = true;
            return $"the inference hung {MostAbandoned + 1} times; save what you like and start Latent Walk again.";
        }

        abandoned.Add(worker);
        worker.Abandon();
        allocatedBefore += worker.AllocatedBytes;
        droppedBefore += worker.Requests.Dropped;
        worker = new PictureWorker(hung);
        changed = true;
        Send();
        return null;
    }
}
