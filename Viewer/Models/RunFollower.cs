using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// Watches a run that may be training and opens each checkpoint that it commits, on a thread of its own. Only the manifest is
/// looked at, a few hundred bytes: what it lists is whole, and a checkpoint that is deleted while it is read, or whose bytes are not
/// those that were committed, gives way to the next one without a word.
/// </summary>
internal sealed class RunFollower : IDisposable
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(1);

    /// <summary>A manifest changed so recently may change again without another time stamp.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(3);

    private const int Patience = 5;

    private readonly string run;
    private readonly Func<CheckpointGenerator, GeneratorSource> open;
    private readonly TimeSpan interval;
    private readonly Thread thread;
    private readonly ManualResetEventSlim stop = new();
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private (DateTime Changed, long Bytes) seen;
    private string? last;
    private long lastStep;
    private GeneratorSource? ready;
    private string? problem;
    private long reloads;

    /// <param name="run">The folder of the run; it need not have a checkpoint yet.</param>
    /// <param name="checkpoint">SHA-256 of the checkpoint that is open already; null for none.</param>
    /// <param name="open">Makes the source; runs on the follower's thread.</param>
    /// <param name="interval">Between two looks; <see cref="Usual"/>.</param>
    public RunFollower(string run, string? checkpoint, Func<CheckpointGenerator, GeneratorSource> open, TimeSpan interval)
    {
        (this.run, last, this.open, this.interval) = (run, checkpoint, open, interval);
        thread = new Thread(Watch) { Name = "follower", IsBackground = true };
        thread.Start();
    }

    public string Run => run;

    /// <summary>Checkpoints opened so far.</summary>
    public long Reloads => Volatile.Read(ref reloads);

    /// <summary>The newest generator that was opened since the last call, the caller's from now on; null for none. Main thread.</summary>
    public GeneratorSource? Take() => Volatile.Read(ref ready) is null ? null : Interlocked.Exchange(ref ready, null);

    /// <summary>What is wrong with a checkpoint that is still listed, once; null while all is well.</summary>
    public string? TakeProblem() => Volatile.Read(ref problem) is null ? null : Interlocked.Exchange(ref problem, null);

    public void Dispose()
    {
        stop.Set();
        thread.Join(TimeSpan.FromSeconds(2));    // a provider that hangs must not keep the window open
        Take()?.Dispose();
    }

    private void Watch()
    {
        int failures = 0;
        while (!stop.IsSet)
        {
            try
            {
                if (HasChanged())
                {
                    OpenNewest();
                }

                failures = 0;
            }
            catch (Exception error)    // a worker's edge: neither a disk nor a provider may end the program
            {
                seen = default;
                if (++failures == Patience)    // the first ones may only mean that the trainer is writing it
                {
                    Say($"the run {run} can not be followed at the moment: {error.Message}");
                }
            }

            stop.Wait(interval);
        }
    }

    private bool HasChanged()
    {
        var manifest = new FileInfo(CommittedCheckpoints.ManifestPath(run));
        (DateTime, long) now = manifest.Exists ? (manifest.LastWriteTimeUtc, manifest.Length) : default;
        bool changed = now != seen || DateTime.UtcNow - now.Item1 < Recent;
        seen = now;
        return changed && manifest.Exists;
    }

    // The newest; where that is damaged, the one before it, as long as it is newer than what is shown.
    private void OpenNewest()
    {
        bool isNewest = true;
        foreach (CheckpointRef checkpoint in CommittedCheckpoints.Of(run))
        {
            if (stop.IsSet || checkpoint.Sha256 == last || (!isNewest && checkpoint.Step <= lastStep))
            {
                return;
            }

            isNewest = false;
            if (refused.Contains(checkpoint.Sha256))
            {
                continue;
            }

            try
            {
                Deliver(open(CheckpointGenerator.Read(checkpoint)), checkpoint);
                return;
            }
            catch (LatentWalkException error)
            {
                if (!IsListed(checkpoint))
                {
                    seen = default;    // deleted meanwhile: the manifest has moved on
                    return;
                }

                refused.Add(checkpoint.Sha256);
                Say(error.Message);
            }
        }
    }

    private void Deliver(GeneratorSource source, CheckpointRef checkpoint)
    {
        last = checkpoint.Sha256;
        lastStep = checkpoint.Step;
        Volatile.Write(ref reloads, reloads + 1);
        Interlocked.Exchange(ref ready, source)?.Dispose();
    }

    private bool IsListed(CheckpointRef checkpoint) => CommittedCheckpoints.Of(run).Any(now => now.Sha256 == checkpoint.Sha256);

    private void Say(string text) => Volatile.Write(ref problem, text);
}
