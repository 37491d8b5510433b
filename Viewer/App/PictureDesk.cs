using LatentWalk.Walking;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.App;

/// <summary>
/// The main thread's side of the worker: asks for a picture when what should be shown has changed, takes the newest that
/// has come, and drops the ones nobody waits for any more.
/// </summary>
internal sealed class PictureDesk : IDisposable
{
    private const double Smoothing = 0.1;
    private const int WarmUps = 5;

    private readonly PictureWorker worker = new();
    private long lastNumber;
    private IPictureSource? askedSource;
    private float askedTruncation;
    private Waypoint[]? askedCells;
    private float[] askedLatent = [];

    public ShownPicture Face { get; } = new();

    public ShownPicture Sheet { get; } = new();

    /// <summary>What one picture takes, smoothed.</summary>
    public double RunSeconds { get; private set; }

    /// <summary>Whether the newest request has no whole answer yet.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Pictures that came too late to be shown.</summary>
    public long Stale { get; private set; }

    /// <summary>Requests that a newer one replaced before the worker saw them.</summary>
    public long Replaced => worker.Requests.Dropped;

    public long WorkerAllocatedBytes => worker.AllocatedBytes;

    public void Request(in WalkState state, IPictureSource source)
    {
        bool changed = !ReferenceEquals(source, askedSource) || state.Truncation != askedTruncation;
        if (state.Grid is { } grid)
        {
            if (changed || !ReferenceEquals(askedCells, grid.Cells))
            {
                RequestSheet(grid, state.Truncation, source);
            }
        }
        else
        {
            RequestFace(state, source, changed);
        }
    }

    /// <summary>Takes an answer if one has come and is still wanted.</summary>
    /// <param name="sheetWanted">Whether the grid is open.</param>
    /// <param name="error">Why there is no picture.</param>
    public bool TakeResult(bool sheetWanted, out string? error)
    {
        error = null;
        if (!worker.Results.TryTake(out PictureResult result))
        {
            return false;
        }

        if (result.Number == lastNumber && result.IsComplete)
        {
            IsWaiting = false;
        }

        if (!ReferenceEquals(result.Source, askedSource) || sheetWanted != (result.Kind == PictureKind.Sheet))
        {
            Stale++;
            return false;
        }

        error = result.Error;
        if (error is null)
        {
            (result.Kind == PictureKind.Sheet ? Sheet : Face).Take(result);
            if (result.Kind == PictureKind.Face)
            {
                // The first runs of a generator warm it up and say nothing about the rest.
                RunSeconds += (Face.Version <= WarmUps ? 1 : Smoothing) * (result.RunSeconds - RunSeconds);
            }
        }

        return true;
    }

    /// <summary>Waits a moment for the worker.</summary>
    public void WaitForResult() => worker.Results.WaitUntilFull(100);

    public void Dispose() => worker.Dispose();

    private void RequestFace(in WalkState state, IPictureSource source, bool changed)
    {
        PictureRequest request = worker.Requests.Draft;
        request.SetSize(1, source.ZDim);
        state.WriteLatent(request.Z);
        if (!changed && askedCells is null && request.Z.AsSpan().SequenceEqual(askedLatent))
        {
            return;
        }

        if (askedLatent.Length != request.Z.Length)
        {
            askedLatent = new float[request.Z.Length];
        }

        request.Z.CopyTo(askedLatent, 0);
        request.Kind = PictureKind.Face;
        request.Seed = state.ExactSeed;
        askedCells = null;
        Post(request, state.Truncation, source);
    }

    private void RequestSheet(Grid grid, float truncation, IPictureSource source)
    {
        PictureRequest request = worker.Requests.Draft;
        request.SetSize(Grid.Count, source.ZDim);
        for (int cell = 0; cell < Grid.Count; cell++)
        {
            grid.Cells[cell].Z.CopyTo(request.Z, cell * source.ZDim);
        }

        if (!ReferenceEquals(askedCells, grid.Cells))
        {
            Sheet.Forget();    // the old faces must not be there to be clicked on
        }

        request.Kind = PictureKind.Sheet;
        request.Seed = null;
        askedCells = grid.Cells;
        Post(request, truncation, source);
    }

    private void Post(PictureRequest request, float truncation, IPictureSource source)
    {
        request.Number = ++lastNumber;
        request.Source = source;
        request.Truncation = truncation;
        askedSource = source;
        askedTruncation = truncation;
        IsWaiting = true;
        worker.Requests.Post();
    }
}
