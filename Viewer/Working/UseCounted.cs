namespace LatentWalk.Viewer.Working;

/// <summary>
/// Something that one thread uses and another may close at any moment: it is disposed by whoever comes last, so never
/// under the hands of its user, and never when its user is stuck in it.
/// </summary>
internal sealed class UseCounted<T>(T value)
    where T : class, IDisposable
{
    private readonly Lock gate = new();
    private int users;
    private bool closed;

    public T Value => value;

    /// <summary>False once it is closed.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (closed)
            {
                return false;
            }

            users++;
            return true;
        }
    }

    /// <summary>Once for every <see cref="TryEnter"/> that was true.</summary>
    public void Leave()
    {
        bool last;
        lock (gate)
        {
            last = --users == 0 && closed;
        }

        if (last)
        {
            value.Dispose();
        }
    }

    /// <summary>Nobody enters any more.</summary>
    public void Close()
    {
        bool last;
        lock (gate)
        {
            last = users == 0 && !closed;
            closed = true;
        }

        if (last)
        {
            value.Dispose();
        }
    }
}
