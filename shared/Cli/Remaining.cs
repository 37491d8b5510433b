namespace LatentWalk.Cli;

/// <summary>
/// Estimates the time left from the speed over the last reports, so that a slow start or a pause long ago does not
/// spoil it.
/// </summary>
internal sealed class Remaining(long start, long total)
{
    private const int Window = 64;
    private const int Fineness = 256;
    private readonly Queue<(TimeSpan At, long Done)> _reports = new([(TimeSpan.Zero, start)]);
    private (TimeSpan At, long Done) _latest = (TimeSpan.Zero, start);

    /// <summary>May change when more work comes up.</summary>
    internal long Total { get; set; } = total;

    internal void Add(TimeSpan at, long done)
    {
        // Reports that are kept lie 1/256 of the time so far apart, so that the window spans the last fifth of it.
        _latest = (at, done);
        if (_reports.Count == 2 && _reports.Peek().At == TimeSpan.Zero)
        {
            // From the second report on the start does not count: what came before the first was warming up.
            _reports.Dequeue();
        }

        if (_reports.Count < 2 || at - _reports.Last().At >= at / Fineness)
        {
            _reports.Enqueue(_latest);
            if (_reports.Count > Window)
            {
                _reports.Dequeue();
            }
        }
    }

    /// <summary>Null until some work was done in a measurable time.</summary>
    internal TimeSpan? Estimate()
    {
        var (at, done) = _reports.Peek();
        TimeSpan time = _latest.At - at;
        long work = _latest.Done - done;
        return work <= 0 || time <= TimeSpan.Zero ? null : time * ((double)(Total - _latest.Done) / work);
    }
}
