using LatentWalk.Trainer.Collect.Log;

namespace LatentWalk.Trainer.Collect;

/// <summary>Counts what became of the addresses of a collection.</summary>
internal sealed class CollectTally
{
    private readonly SortedDictionary<Why, int> _pages = [];
    private readonly SortedDictionary<Why, int> _pictures = [];

    public int Done { get; private set; }

    public int PagesDone { get; private set; }

    public int PagesRead { get; private set; }

    public int PagesWanted { get; private set; }

    public int PicturesSeen { get; private set; }

    public int Failed { get; private set; }

    public long Bytes { get; private set; }

    public void Add(SourceRecord record)
    {
        Done++;
        Bytes += record.Bytes ?? 0;
        bool isPage = record.Kind == SourceKind.Page;
        PagesDone += isPage ? 1 : 0;
        PicturesSeen += isPage ? 0 : 1;
        PagesRead += isPage && record.Sha256 is not null ? 1 : 0;
        PagesWanted += isPage && record.Outcome == SourceOutcome.Kept ? 1 : 0;
        Failed += record.Outcome == SourceOutcome.Failed ? 1 : 0;
        if (record.Outcome == SourceOutcome.Refused)
        {
            SortedDictionary<Why, int> counts = isPage ? _pages : _pictures;
            Why why = record.Why ?? Why.None;
            counts[why] = counts.GetValueOrDefault(why) + 1;
        }
    }

    public CollectSummary Summary(string folder, int pictures, int newPictures, string? limit) => new()
    {
        Folder = folder,
        Sources = Path.Combine(folder, SourceLog.FileName),
        Pictures = pictures,
        NewPictures = newPictures,
        Pages = PagesRead,
        PagesWanted = PagesWanted,
        Bytes = Bytes,
        RefusedPages = _pages.ToDictionary(entry => WhyNames.Of(entry.Key), entry => entry.Value),
        RefusedPictures = _pictures.ToDictionary(entry => WhyNames.Of(entry.Key), entry => entry.Value),
        Failed = Failed,
        Limit = limit,
    };
}
