using LatentWalk.Inference;
using LatentWalk.Viewer.Working;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Models;

/// <summary>A generator file as a source of pictures. Owns the session, and the one on the CPU that takes over when a provider fails.</summary>
internal sealed class GeneratorSource(GeneratorSession session) : IPictureSource
{
    /// <summary>With loading the model on the CPU, the picture is back within 2 s of a graphics card's last one.</summary>
    private const double GpuPatience = 1.2;

    /// <summary>Nothing is faster than the CPU where there is only the CPU; a large batch on a small machine takes a while.</summary>
    private const double CpuPatience = 30;

    private readonly Lock falling = new();
    private volatile UseCounted<GeneratorSession> held = new(session);
    private volatile bool disposed;

    public GeneratorInfo Info { get; } = session.Info;

    public string Provider => held.Value.Provider;

    public double PatienceSeconds => held.Value.CanFallBack ? GpuPatience : CpuPatience;

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
        UseCounted<GeneratorSession> used = held;
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
            UseCounted<GeneratorSession> failed = held;
            if (!failed.Value.CanFallBack)
            {
                return false;
            }

            held = new UseCounted<GeneratorSession>(failed.Value.OpenOnCpu());
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
