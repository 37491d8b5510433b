namespace LatentWalk.Viewer.Working;

/// <summary>
/// A single slot between two threads in which the newest letter wins. Three letters go round (one being written, one in
/// the slot, one being read), so neither side waits for the other and nothing is allocated after construction.
/// </summary>
/// <typeparam name="T">A letter; its buffers belong to whoever holds it.</typeparam>
/// <param name="make">Makes the three letters.</param>
/// <param name="sharedGate">The lock, where somebody waits for any of several boxes; it is pulsed by each letter.</param>
internal sealed class Mailbox<T>(Func<T> make, object? sharedGate = null)
    where T : class
{
    private readonly object gate = sharedGate ?? new object();
    private T draft = make();
    private T posted = make();
    private T taken = make();
    private bool full;
    private bool closed;

    /// <summary>Letters that were overwritten before anybody read them.</summary>
    public long Dropped { get; private set; }

    /// <summary>The letter to write next; the writer's until <see cref="Post"/>.</summary>
    public T Draft => draft;

    /// <summary>Whether an unread letter waits.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate)
            {
                return full;
            }
        }
    }

    public bool IsClosed
    {
        get
        {
            lock (gate)
            {
                return closed;
            }
        }
    }

    /// <summary>Puts the draft into the slot; what lay there unread is dropped and becomes the next draft.</summary>
    public void Post()
    {
        lock (gate)
        {
            (draft, posted) = (posted, draft);
            if (full)
            {
                Dropped++;
            }

            full = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>The letter in the slot, if one waits; the reader's until its next take.</summary>
    public bool TryTake(out T letter)
    {
        lock (gate)
        {
            return TakeLocked(out letter);
        }
    }

    /// <summary>Waits for a letter; false when none came in time or the box was closed.</summary>
    public bool Take(out T letter, int milliseconds = Timeout.Infinite)
    {
        lock (gate)
        {
            while (!full && !closed)
            {
                if (!Monitor.Wait(gate, milliseconds))
                {
                    break;
                }
            }

            return TakeLocked(out letter);
        }
    }

    /// <summary>Wakes whoever waits; nothing more will come.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }

    private bool TakeLocked(out T letter)
    {
        bool any = full && !closed;
        if (any)
        {
            (taken, posted) = (posted, taken);
            full = false;
        }

        letter = taken;
        return any;
    }
}
