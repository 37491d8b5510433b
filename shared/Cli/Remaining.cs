namespace LatentWalk.Cli;

/// <summary>
/// Estimates the time left from the speed over the last reports, so that a slow start or a pause long ago does not
/// spoil it.
/// </summary>
internal sealed class Remaining(long start, long total)
{
    private const int Window = 64;
    private readonly Queue<(TimeSpan At, long Done)> _reports = new([(TimeSpan.Zero, start)]);
    private (TimeSpan At, long Done) _latest = (TimeSpan.Zero, start);

    internal void Add(TimeSpan at, long done)
    {
        // Many reports in a moment would fill the window with that moment: keep one per 1/64 of the time so far at most.
        _latest = (at, done);
        if (_reports.Count < 2 || at - _reports.Last().At >= at / Window)
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
        return work <= 0 || time <= TimeSpan.Zero ? null : time * ((double)(total - _latest.Done) / work);
    }
}
