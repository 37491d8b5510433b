namespace LatentWalk.Filming;

/// <summary>Puts what several threads make back in order: each item is taken when its turn comes, by one thread at a time.</summary>
/// <param name="take">Called in the order of the indices, from 0.</param>
internal sealed class FrameTurns<T>(Action<T> take)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, T> early = [];
    private int next;

    /// <summary>How many were taken.</summary>
    public int Taken => next;

    public void Add(int index, T item)
    {
        lock (gate)
        {
            if (index < next || !early.TryAdd(index, item))
            {
                throw new ArgumentException($"frame {index} came twice.", nameof(index));
            }

            while (early.Remove(next, out T? due))
            {
                take(due);
                next++;
            }
        }
    }
}
