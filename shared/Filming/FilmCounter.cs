namespace LatentWalk.Filming;

/// <summary>Counts for several threads.</summary>
internal sealed class FilmCounter(Action<int, int> progress)
{
    private readonly Lock gate = new();

    public FilmCount Count { get; private set; } = new(0, 0);

    public void Add(int made, int found)
    {
        lock (gate)
        {
            Count = new FilmCount(Count.Made + made, Count.Found + found);
            progress(Count.Made + Count.Found, Count.Found);
        }
    }
}
