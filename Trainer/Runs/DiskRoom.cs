using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Trainer.Runs;

/// <summary>
/// Room on the disk for the next checkpoint. Where there is too little, a run gives up first what only looks back (the generators
/// of its history, all but the first and the last), then the checkpoint before the newest; never the newest, never the best.
/// </summary>
/// <param name="told">Told, in whole sentences, what was let go and what will not fit.</param>
internal sealed class DiskRoom(CheckpointStore store, Action<string> told)
{
    private bool _warned;

    /// <summary>Lets go what the policy allows until so many bytes are free.</summary>
    /// <exception cref="DiskException">There are too few, all the same.</exception>
    public void Make(long bytes, long reserveBytes)
    {
        long? before = DiskSpace.Free(store.Run);
        if (before is null || before >= bytes + reserveBytes)
        {
            return;
        }

        var gone = new List<string>();
        while (DiskSpace.Free(store.Run) < bytes + reserveBytes)
        {
            if (LetSomethingGo() is not { } what)
            {
                Tell(before.Value, bytes, gone);
                throw new DiskException(
                    $"cannot save a checkpoint in '{store.Run}': it takes {Megabytes(bytes)}, {Megabytes(reserveBytes)} are to stay free (guards.diskReserve), and the disk has {Megabytes(DiskSpace.Free(store.Run) ?? 0)}. "
                    + "Nothing was harmed: free some space, then go on with --resume.");
            }

            gone.Add(what);
        }

        Tell(before.Value, bytes, gone);
    }

    /// <summary>Lets something go because the disk said that it is full; false when there is nothing left that may go.</summary>
    public bool MakeSome()
    {
        if (LetSomethingGo() is not { } what)
        {
            return false;
        }

        told($"The disk is full. Let go: {what}.");
        return true;
    }

    /// <summary>Says ahead of time, and once, that the next checkpoint will find too little room.</summary>
    public void Foresee(long bytes, long reserveBytes)
    {
        if (!_warned && DiskSpace.Free(store.Run) is { } free && free < bytes + reserveBytes)
        {
            _warned = true;
            told($"The disk has {Megabytes(free)} left and the next checkpoint takes {Megabytes(bytes)}. Earlier ones will be let go for it; free some space.");
        }
    }

    private string? LetSomethingGo() =>
        GeneratorHistory.LetOneGo(store.Run) is { } looked ? $"the generator of step {looked} in '{RunFolder.HistoryName}'"
        : store.LetOldestGo() is { } step ? $"the checkpoint of step {step}"
        : null;

    private void Tell(long free, long bytes, List<string> gone)
    {
        if (gone.Count > 0)
        {
            told($"The disk had {Megabytes(free)} left and a checkpoint takes {Megabytes(bytes)}. Let go: {string.Join(", ", gone)}.");
        }
    }

    private static string Megabytes(long bytes) => $"{bytes / 1e6:0.0} MB";
}
