using LatentWalk.Inference;
using LatentWalk.Viewer.Working;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Models;

/// <summary>A generator file as a source of pictures. Owns the engine, and the one on the CPU that takes over when a provider fails.</summary>
internal sealed class GeneratorSource(GeneratorInfo info, IGeneratorEngine engine) : IPictureSource
{
    private readonly Lock falling = new();
    private volatile UseCounted<IGeneratorEngine> held = new(engine);
    private volatile bool disposed;

    public GeneratorSource(GeneratorSession session)
        : this(session.Info, new SessionEngine(session))
    {
    }

    public GeneratorInfo Info => info;

    public string Provider => held.Value.Provider;

    public double PatienceSeconds => held.Value.PatienceSeconds;

    public int ZDim => Info.ZDim;

    public int Classes => Info.Classes;

    public int Width => Info.Width;

    public int Height => Info.Height;

    public int MaxBatch => held.Value.BatchSize;

    public static GeneratorSource Open(string path, ProviderChoice provider) =>
        new(GeneratorSession.Open(path, new InferenceSettings { Provider = provider }));

    /// <summary>What the walk needs to know; it begins at the first face of the run's sample sheets.</summary>
    /// <param name="seed">Where to begin instead.</param>
    public WalkModel ToModel(ulong? seed) =>
        new(ZDim, Info.Directions, Info.Truncation, seed ?? (Info.SheetSeeds.Count > 0 ? Info.SheetSeeds[0] : 0));

    public void Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba)
    {
        UseCounted<IGeneratorEngine> used = held;
        ObjectDisposedException.ThrowIf(!used.TryEnter(), this);
        try
        {
            used.Value.Run(z, c, count, rgba);
        }
        finally
        {
            used.Leave();
        }
    }

    public bool FallBack()
    {
        // Two threads may come here: the worker's, and an older one whose run came back with an error after all.
        lock (falling)
        {
            UseCounted<IGeneratorEngine> failed = held;
            if (!failed.Value.CanFallBack)
            {
                return false;
            }

            held = new UseCounted<IGeneratorEngine>(failed.Value.OpenOnCpu());
            failed.Close();
            Interlocked.MemoryBarrier();
            if (disposed)
            {
                held.Close();
            }

            return true;
        }
    }

    public void Dispose()
    {
        disposed = true;
        Interlocked.MemoryBarrier();
        held.Close();
    }
}
