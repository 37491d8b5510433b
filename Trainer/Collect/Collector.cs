using System.Security.Cryptography;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Trainer.Collect.Log;
using LatentWalk.Trainer.Collect.Pages;
using LatentWalk.Trainer.Collect.Web;

namespace LatentWalk.Trainer.Collect;

/// <summary>
/// Walks a site breadth first, from the start pages along its links, and keeps the pictures of the pages that are wanted. What an earlier run has
/// recorded is read from its record instead of the site, so a run that goes on takes the very same way.
/// </summary>
internal sealed class Collector
{
    /// <summary>So many addresses without an answer, one after the other, and the site counts as gone.</summary>
    private const int MostFailuresInRow = 6;

    private readonly CollectOptions _options;
    private readonly CollectScope _scope;
    private readonly PoliteFetcher _web;
    private readonly PageReader _reader;
    private readonly SourceLog _log;
    private readonly PictureStore _store;
    private readonly Pace _pace;
    private readonly Action<string> _say;
    private readonly Action<CollectProgress> _progress;
    private readonly CollectTally _tally = new();
    private readonly Queue<(Uri Address, string? From, int Depth)> _queue = new();
    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pictures = new(StringComparer.Ordinal);
    private int _pagesQueued;
    private bool _hasPagesLeft;
    private int _startsQueued;
    private int _startsSeen;
    private int _startsRead;
    private int _failuresInRow;
    private string? _limit;

    private Collector(CollectOptions options, PoliteFetcher web, SourceLog log, PictureStore store, CollectWorld world, Action<CollectProgress> progress)
    {
        _options = options;
        _scope = new CollectScope(options);
        _web = web;
        _reader = new PageReader(options);
        _log = log;
        _store = store;
        _pace = world.Pace;
        _say = world.Say;
        _progress = progress;
    }

    /// <param name="world">Clock, names and what is said on the way.</param>
    /// <exception cref="UsageException">The options or the folder are not fit.</exception>
    /// <exception cref="BadDataException">The site cannot be read, does not answer any more or wants to be left alone for long; what was collected is safe.</exception>
    /// <exception cref="DiskException">The disk refused; what was collected before is safe.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop; what was collected is safe.</exception>
    public static async Task<CollectSummary> RunAsync(CollectOptions options, string folder, CollectWorld world, Action<CollectProgress> progress, CancellationToken stop)
    {
        IReadOnlyList<string> problems = options.Validate();
        if (problems.Count > 0)
        {
            throw new UsageException($"cannot collect: {string.Join("; ", problems)}.");
        }

        var store = new PictureStore(folder);
        using SourceLog log = SourceLog.Open(folder, CollectionHeader.Of(options), store.See);
        AtomicFile.Sweep(folder);
        int before = store.Count;
        if (log.Earlier > 0)
        {
            world.Say($"Going on: {Counted.Are(before, "picture")} in '{folder}' already, and {log.Earlier} addresses need not be asked for again.");
        }

        GuardedConnector connector = await GuardedConnector.ForAsync(options, world.Resolve, stop).ConfigureAwait(false);
        using var fetcher = new Fetcher(options, connector, world.Pace);
        var polite = new PoliteFetcher(options, new CollectScope(options), fetcher, world.Pace)
        {
            Waiting = (why, time) => world.Say($"{why}; trying again in {time.TotalSeconds:0.#} s."),
            Slowed = (site, time) => world.Say($"{site} asks in its robots.txt for {time.TotalSeconds:0.#} s between requests; so be it."),
        };
        var collector = new Collector(options, polite, log, store, world, progress);
        try
        {
            await collector.WalkAsync(stop).ConfigureAwait(false);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read or write in", folder, error);
        }

        return collector._tally.Summary(folder, store.Count, store.Count - before, collector._limit);
    }

    private async Task WalkAsync(CancellationToken stop)
    {
        foreach (Uri start in _options.Start)
        {
            Enqueue(PoliteFetcher.Plain(start), null, 0);
        }

        _startsQueued = _pagesQueued;

        while (_limit is null && _queue.TryDequeue(out (Uri Address, string? From, int Depth) page))
        {
            SourceRecord record = _log.Find(SourceKind.Page, page.Address) ?? await ReadPageAsync(page.Address, page.From, page.Depth, stop).ConfigureAwait(false);
            See(record);
            if (page.Depth == 0)
            {
                RequireStart(record);
            }

            foreach (string link in record.Links ?? [])
            {
                Enqueue(new Uri(link), record.Address, page.Depth + 1);
            }

            List<Uri> pictures = [.. (record.Pictures ?? []).Where(_pictures.Add).Select(picture => new Uri(picture))];
            Report(pictures.Count);
            for (int i = 0; i < pictures.Count && _limit is null; i++)
            {
                SourceRecord picture = _log.Find(SourceKind.Picture, pictures[i]) ?? await TakePictureAsync(pictures[i], record.Address, stop).ConfigureAwait(false);
                See(picture);
                Report(pictures.Count - 1 - i);
            }
        }

        if (_limit is null && _hasPagesLeft)
        {
            _limit = $"--max-pages {_options.MaxPages}";
        }
    }

    // One start page that cannot be had is bad luck, all of them are no collection.
    private void RequireStart(SourceRecord record)
    {
        _startsSeen++;
        _startsRead += record.Sha256 is null ? 0 : 1;
        if (_startsRead == 0 && _startsSeen == _startsQueued)
        {
            _log.DiscardIfNew();
            throw new BadDataException($"cannot read the start page '{record.Address}': {record.Reason} Check the address, or try again later.");
        }

        if (record.Sha256 is null)
        {
            _say($"Cannot read the start page '{record.Address}': {record.Reason}");
        }
    }

    private void Enqueue(Uri address, string? from, int depth)
    {
        if (_pagesQueued == _options.MaxPages)
        {
            _hasPagesLeft |= !_pages.Contains(address.AbsoluteUri);
        }
        else if (_pages.Add(address.AbsoluteUri))
        {
            _queue.Enqueue((address, from, depth));
            _pagesQueued++;
        }
    }

    private async Task<SourceRecord> ReadPageAsync(Uri address, string? from, int depth, CancellationToken stop)
    {
        Fetched fetched = await _web.GetAsync(
            address, "text/html, application/xhtml+xml;q=0.9", _options.PageBytes, to => _pages.Contains(to.AbsoluteUri), stop).ConfigureAwait(false);
        SourceRecord record = Draft(SourceKind.Page, address, from, fetched);
        if (fetched.Body is { } body)
        {
            record = record with { Bytes = body.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(body)) };
            record = PageReader.WhyNot(body, fetched.ContentType) is { } problem
                ? record with { Sha256 = null, Outcome = SourceOutcome.Refused, Why = Why.Content, Reason = $"{problem}." }
                : _reader.Read(body, fetched.ContentType, fetched.Final) is { } page ? Judge(record, page, fetched.Final, depth)
                : record with { Sha256 = null, Outcome = SourceOutcome.Refused, Why = Why.Content, Reason = "it takes too long to make sense of; it is nested beyond reason." };
        }

        _log.Append(record);
        Count(record, fetched);
        return record;
    }

    private SourceRecord Judge(SourceRecord record, PageContent page, Uri address, int depth)
    {
        bool isLast = depth == _options.Depth;
        List<string> links = isLast ? [] : [.. page.Links.Where(link => _scope.WhyNot(link) is null && _scope.Follows(link)).Select(link => link.AbsoluteUri)];
        record = record with { Links = links.Count > 0 ? links : null, Outside = isLast || links.Count == page.Links.Count ? null : page.Links.Count - links.Count };
        if (!_scope.GivesPictures(address))
        {
            return record with { Outcome = SourceOutcome.Refused, Why = Why.Address, Reason = "pictures are not wanted from such an address (--picture-pages)." };
        }

        return _options.Words.Refuse(page.Text) is { } unwanted
            ? record with { Outcome = SourceOutcome.Refused, Why = Why.Words, Reason = $"{unwanted}." }
            : record with { Outcome = SourceOutcome.Kept, Pictures = [.. page.Pictures.Select(picture => picture.AbsoluteUri)] };
    }

    private async Task<SourceRecord> TakePictureAsync(Uri address, string page, CancellationToken stop)
    {
        if (_store.FindUnrecorded(address) is { } saved)
        {
            SourceRecord found = _store.Keep(Draft(SourceKind.Picture, address, page, new Fetched(address)), address, saved);
            _log.Append(found);
            return found;
        }

        Fetched fetched = await _web.GetAsync(
            address, "image/png, image/jpeg, image/webp, image/gif, image/*;q=0.5", _options.PictureBytes, to => _pictures.Contains(to.AbsoluteUri), stop).ConfigureAwait(false);
        SourceRecord record = Draft(SourceKind.Picture, address, page, fetched);
        record = fetched.Body is { } body ? _store.Keep(record, address, body) : record;
        _log.Append(record);
        Count(record, fetched);
        return record;
    }

    private SourceRecord Draft(SourceKind kind, Uri address, string? page, Fetched fetched) => new()
    {
        Kind = kind,
        Address = address.AbsoluteUri,
        Page = page,
        Final = fetched.Final == address ? null : fetched.Final.AbsoluteUri,
        Outcome = fetched.IsPassing ? SourceOutcome.Failed : SourceOutcome.Refused,
        Why = fetched.Problem is null ? null : fetched.Why,
        Reason = fetched.Problem is null ? null : $"{fetched.Problem}.",
        Status = fetched.Status,
        Type = fetched.ContentType,
        At = _pace.Now,
    };

    // When it is no use going on, the collection ends here and can be gone on with.
    private void Count(SourceRecord record, Fetched fetched)
    {
        _failuresInRow = record.Outcome == SourceOutcome.Failed ? _failuresInRow + 1 : 0;
        if (fetched.ComeBack is { } time)
        {
            throw new BadDataException(
                $"{fetched.Final.Authority} asks to be left alone for {time.TotalSeconds:0} s ({fetched.Problem}). {Counted.Are(_store.Count, "picture")} safe; run the same command again after {_pace.Now + time:yyyy-MM-dd HH:mm} UTC, or allow longer waits with --max-wait.");
        }

        if (_failuresInRow >= MostFailuresInRow)
        {
            throw new BadDataException(
                $"{fetched.Final.Authority} does not answer any more: {MostFailuresInRow} addresses one after the other failed, the last because {fetched.Problem}. {Counted.Are(_store.Count, "picture")} safe; run the same command again later.");
        }
    }

    private void See(SourceRecord record)
    {
        _tally.Add(record);
        if (record.Final is { } final)
        {
            (record.Kind == SourceKind.Page ? _pages : _pictures).Add(final);
        }

        _limit = _store.Count >= _options.MaxPictures ? $"--max-pictures {_options.MaxPictures}"
            : _tally.Bytes >= _options.MaxBytes ? $"--max-bytes {_options.MaxBytes}"
            : null;
    }

    private void Report(int picturesToCome)
    {
        double perPage = _tally.PagesDone == 0 ? 0 : (double)_tally.PicturesSeen / _tally.PagesDone;
        long toCome = picturesToCome + (long)Math.Ceiling(_queue.Count * (1 + perPage));
        _progress(new CollectProgress(_tally.Done, _tally.Done + toCome, _store.Count));
    }
}
