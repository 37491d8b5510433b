namespace LatentWalk.Trainer.Collect.Web;

/// <summary>Keeps the time between the requests to a host, and tells the time.</summary>
/// <param name="sleep">Waits; tests do not.</param>
internal sealed class Pace(TimeProvider clock, Func<TimeSpan, CancellationToken, Task> sleep)
{
    private readonly Dictionary<string, long> _lastByHost = new(StringComparer.OrdinalIgnoreCase);

    public static Pace Real { get; } = new(TimeProvider.System, Task.Delay);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Waits until so long has gone by since the last request to that host ended.</summary>
    public async Task TakeTurnAsync(string host, TimeSpan delay, CancellationToken stop)
    {
        if (_lastByHost.TryGetValue(host, out long last) && delay - clock.GetElapsedTime(last) is { Ticks: > 0 } left)
        {
            await sleep(left, stop).ConfigureAwait(false);
        }
    }

    /// <summary>A request to that host has ended.</summary>
    public void End(string host) => _lastByHost[host] = clock.GetTimestamp();

    public Task WaitAsync(TimeSpan time, CancellationToken stop) => sleep(time, stop);
}
