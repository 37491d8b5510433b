using System.Net;
using LatentWalk.Trainer.Collect;
using LatentWalk.Trainer.Collect.Web;

namespace LatentWalk.Trainer.Tests.Collect;

/// <summary>A world where waiting takes no time: it is written down instead, and the clock goes on by it.</summary>
internal sealed class QuickWorld : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public List<string> Said { get; } = [];

    /// <summary>Names that DNS does not know.</summary>
    public Dictionary<string, Func<IPAddress[]>> Names { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public CollectWorld World => new(new Pace(this, Sleep), ResolveAsync, Said.Add);

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    private Task Sleep(TimeSpan time, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        Waits.Add(time);
        _now += time;
        return Task.CompletedTask;
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken stop) =>
        Names.TryGetValue(host, out Func<IPAddress[]>? addresses) ? Task.FromResult(addresses()) : Dns.GetHostAddressesAsync(host, stop);
}
