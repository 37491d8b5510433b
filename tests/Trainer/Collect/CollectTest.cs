using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Collect;
using LatentWalk.Trainer.Collect.Log;
using LatentWalk.Trainer.Tests.Prepare;

namespace LatentWalk.Trainer.Tests.Collect;

/// <summary>A site, a folder and a quick world, and what most tests do with them.</summary>
public abstract class CollectTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal TestSite Site { get; } = new();

    internal QuickWorld World { get; } = new();

    internal string Folder => _folder["out"];

    internal string Sources => Path.Combine(Folder, SourceLog.FileName);

    internal CollectOptions Options => new() { Start = [Site["/"]], Delay = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(20) };

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Site.Dispose();
        _folder.Dispose();
    }

    internal string Beside(string name) => _folder[name];

    internal static byte[] Picture(int index) => Painted.Png(index, 16);

    internal CollectSummary Collect(CollectOptions? options = null, Action<CollectProgress>? progress = null, string? folder = null, CancellationToken stop = default) =>
        Collector.RunAsync(options ?? Options, folder ?? Folder, World.World, progress ?? (_ => { }), stop).GetAwaiter().GetResult();

    internal T Fails<T>(CollectOptions? options = null)
        where T : LatentWalkException => Assert.Throws<T>(() => Collect(options));

    /// <summary>Every record, by path (whole address for other hosts); of two the later one.</summary>
    internal Dictionary<string, SourceRecord> Records()
    {
        var records = new Dictionary<string, SourceRecord>();
        foreach (string line in File.ReadLines(Sources).Skip(1))
        {
            SourceRecord record = JsonSerializer.Deserialize(line, SourceJson.Lines.SourceRecord)!;
            records[record.Address.StartsWith(Site.Address, StringComparison.Ordinal) ? record.Address[Site.Address.Length..] : record.Address] = record;
        }

        return records;
    }

    internal IReadOnlyList<string> Pictures() => [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Where(name => name != SourceLog.FileName).Order(StringComparer.Ordinal)];

    internal static (SourceOutcome, Why?) Of(SourceRecord record) => (record.Outcome, record.Why);
}
