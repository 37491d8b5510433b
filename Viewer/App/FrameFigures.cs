namespace LatentWalk.Viewer.App;

/// <summary>What <see cref="FrameStatistics"/> has seen, worked out. Times in seconds.</summary>
/// <param name="Runs">Of the generator, for one picture.</param>
/// <param name="Intervals">Between frames.</param>
/// <param name="Latencies">From input to picture.</param>
/// <param name="Allocations">Managed bytes of a frame.</param>
/// <param name="Dropped">Requests that a newer one replaced before the worker saw them.</param>
/// <param name="Stale">Pictures that came too late to be shown.</param>
internal readonly record struct FrameFigures(
    Percentiles Runs, Percentiles Intervals, Percentiles Latencies, Percentiles Allocations, long Dropped, long Stale);
