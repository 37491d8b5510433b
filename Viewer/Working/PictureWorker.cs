using System.Diagnostics;
using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Viewer.Working;

/// <summary>
/// The one thread that runs generators. It takes the newest request and answers what is new in it: the face first, then
/// the other face, then the sheet in batches, looking for a newer request after each. So it never falls behind, and
/// nobody waits for it. It owns no source.
/// </summary>
internal sealed class PictureWorker : IDisposable
{
    private const int Slots = 3;

    private readonly Thread thread;
    private readonly WatchedRun runs = new();
    private readonly SheetMaker sheet;
    private readonly object resultsGate = new();
    private readonly Mailbox<PictureResult>[] results;
    private readonly long[] answered = new long[Slots];
    private readonly long[] postedAt = new long[Slots];
    private float[] truncated = [];
    private IPictureSource? lost;
    private string lostReason = "";

    /// <param name="hung">A source whose last run never ended, on a worker that was left behind: it has to fall back first.</param>
    public PictureWorker(IPictureSource? hung = null)
    {
        lost = hung;
        sheet = new SheetMaker(runs);
        results = [.. Enumerable.Range(0, Slots).Select(_ => new Mailbox<PictureResult>(() => new PictureResult(), resultsGate))];
        thread = new Thread(Work) { Name = "inference", IsBackground = true };
        thread.Start();
    }

    /// <summary>The window writes, the worker reads.</summary>
    public Mailbox<PictureRequest> Requests { get; } = new(() => new PictureRequest());

    /// <summary>Managed bytes that the worker's own thread has allocated so far.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Whether its thread came back after all.</summary>
    public bool HasEnded => !thread.IsAlive;

    /// <summary>The worker writes, the window reads.</summary>
    public Mailbox<PictureResult> Results(PictureSlot slot) => results[(int)slot];

    /// <summary>The source whose run does not end; null while all is well.</summary>
    public IPictureSource? FindHung() => runs.FindHung();

    /// <summary>What the user should be told, once.</summary>
    public string? TakeNotice() => runs.TakeNotice();

    /// <summary>Waits until any picture has come, or that of one slot, or the time is over.</summary>
    public void WaitForResult(int milliseconds, PictureSlot? slot = null)
    {
        lock (resultsGate)
        {
            if (!(slot is { } one ? Results(one).IsFull : AnyResult()))
            {
                Monitor.Wait(resultsGate, milliseconds);
            }
        }
    }

    /// <summary>Leaves a thread behind that hangs in a run: should it ever come back, it ends. Nothing of this worker is used any more.</summary>
    public void Abandon() => Requests.Close();

    /// <summary>Ends the thread. A provider that hangs must not keep the window from closing.</summary>
    public void Dispose()
    {
        Requests.Close();
        thread.Join(TimeSpan.FromSeconds(2));
        foreach (Mailbox<PictureResult> box in results)
        {
            box.Close();
        }
    }

    private void Work()
    {
        if (lost is not null && Revive(lost))
        {
            lost = null;
        }

        while (true)
        {
            if (!sheet.IsUnfinished && !Requests.IsFull)
            {
                Array.Clear(postedAt);    // it rests: what comes next says nothing about how fast it can go
            }

            bool any = sheet.IsUnfinished ? Requests.TryTake(out PictureRequest request) : Requests.Take(out request);
            if (Requests.IsClosed)
            {
                return;
            }

            if (any)
            {
                Answer(request);
            }

            if (sheet.IsUnfinished)
            {
                MakeSheet();
            }

            AllocatedBytes = GC.GetAllocatedBytesForCurrentThread();
        }
    }

    private void Answer(PictureRequest request)
    {
        for (PictureSlot slot = PictureSlot.Face; slot <= PictureSlot.Other; slot++)
        {
            PicturePart part = request[slot];
            if (part.Source is not null && part.Number != answered[(int)slot])
            {
                answered[(int)slot] = part.Number;
                Make(slot, part);
            }
        }

        sheet.Want(request[PictureSlot.Sheet]);
    }

    private bool Revive(IPictureSource hung)
    {
        string silence = string.Create(CultureInfo.InvariantCulture, $"it has not answered for {hung.PatienceSeconds:0.#} s");
        lostReason = $"the generator is stuck: {silence}. Open another one, or this one again.";
        try
        {
            return runs.FallBack(hung, silence);
        }
        catch (Exception error)    // a worker's edge
        {
            lostReason = error.Message;
            return false;
        }
    }

    private void Make(PictureSlot slot, PicturePart part)
    {
        try
        {
            RequireAlive(part.Source!);
            MakeFace(slot, part);
        }
        catch (Exception error)    // whatever a provider throws is shown over the picture, and the window lives on
        {
            Fail(slot, part, error.Message);
        }
    }

    // What hung once and could not move would only take this thread, too.
    private void RequireAlive(IPictureSource source)
    {
        if (ReferenceEquals(source, lost))
        {
            throw new DeviceException(lostReason);
        }
    }

    private void MakeFace(PictureSlot slot, PicturePart part)
    {
        IPictureSource source = part.Source!;
        PictureResult result = Results(slot).Draft;
        result.Answer(part, source.Width, source.Height);
        if (truncated.Length < part.Z.Length)
        {
            truncated = new float[part.Z.Length];
        }

        Span<float> latent = truncated.AsSpan(0, part.Z.Length);
        Latent.Truncate(part.Z, part.Truncation, latent);
        result.RunSeconds = runs.Run(source, latent, part.C, 1, result.Rgba);
        result.Ready = 1;
        result.IsComplete = true;
        Post(slot);
    }

    private void MakeSheet()
    {
        try
        {
            RequireAlive(sheet.Current.Source!);
            if (sheet.MakeBatch(Results(PictureSlot.Sheet).Draft))
            {
                Post(PictureSlot.Sheet);
            }
        }
        catch (Exception error)    // as above
        {
            Fail(PictureSlot.Sheet, sheet.Current, error.Message);
            sheet.GiveUp();
        }
    }

    private void Post(PictureSlot slot)
    {
        PictureResult result = Results(slot).Draft;
        long now = Stopwatch.GetTimestamp();
        long before = postedAt[(int)slot];
        result.IntervalSeconds = before == 0 ? result.RunSeconds : Stopwatch.GetElapsedTime(before, now).TotalSeconds;
        postedAt[(int)slot] = now;
        if (!Requests.IsClosed)
        {
            Results(slot).Post();
        }
    }

    private void Fail(PictureSlot slot, PicturePart part, string error)
    {
        PictureResult result = Results(slot).Draft;
        result.Answer(part, 0, 0);
        result.Error = error;
        result.IsComplete = true;
        Results(slot).Post();
    }

    private bool AnyResult()
    {
        foreach (Mailbox<PictureResult> box in results)
        {
            if (box.IsFull)
            {
                return true;
            }
        }

        return false;
    }
}
