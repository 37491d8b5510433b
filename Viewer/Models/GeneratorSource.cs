using System.Security.Cryptography;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;
using LatentWalk.Viewer.Working;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// A generator file, or the generator of a checkpoint, as a source of pictures. Owns the engine, and the one on the CPU that
/// takes over when a provider fails.
/// </summary>
/// <param name="info">The session's own, under the name and with the axes that the user knows.</param>
/// <param name="engine">Opened.</param>
/// <param name="model">The bytes of the generator file, where it is no file; null to read the file again when they are wanted.</param>
internal sealed class GeneratorSource(GeneratorInfo info, IGeneratorEngine engine, byte[]? model = null) : IPictureSource
{
    private readonly Lock falling = new();
    private volatile UseCounted<IGeneratorEngine> held = new(engine);
    private volatile bool disposed;

    /// <param name="session">Opened from a file.</param>
    public GeneratorSource(GeneratorSession session)
        : this(session.Info, new SessionEngine(session))
    {
    }

    public GeneratorInfo Info => info;

    /// <summary>
    /// How a window's generators are run: the threads of a run sleep while they wait, because drawing wants the same cores.
    /// Awake they gain a few percent where nothing else runs, and lose half where something does.
    /// </summary>
    public static InferenceSettings SettingsOf(ProviderChoice provider) => new() { Provider = provider, BusyWait = false };

    public string Provider => held.Value.Provider;

    public double PatienceSeconds => held.Value.PatienceSeconds;

    public int ZDim => Info.ZDim;

    public int Classes => Info.Classes;

    public int Width => Info.Width;

    public int Height => Info.Height;

    public int MaxBatch => held.Value.BatchSize;

    /// <summary>The run that the generator was read from; null for a generator file.</summary>
    public string? TrainingRun { get; private init; }

    /// <summary>How fast to fly along each direction; empty where nobody is going to walk in it.</summary>
    public IReadOnlyList<float> Gains { get; private set; } = [];

    /// <summary>Opens a generator to walk in: with the speeds of its axes.</summary>
    /// <inheritdoc cref="Open(string, ProviderChoice, IReadOnlyList{Direction}?)"/>
    public static GeneratorSource Open(string path, ProviderChoice provider)
    {
        GeneratorSource source = Open(path, provider, null);
        try
        {
            source.Gains = AxisSensitivity.Gains(AxisSensitivity.LevelsPerRadian(
                new PictureMaker(source.ZDim, source.Width, source.Height, source.MaxBatch, (z, count, rgba) => source.Run(z, [], count, rgba)),
                source.Info.Directions));
        }
        catch (DeviceException)
        {
            // The provider failed after all; the first picture will fail as well, and be made on the CPU.
        }

        return source;
    }

    /// <param name="path">A generator file, a checkpoint (.safetensors) or a run folder, whose newest whole checkpoint is taken.</param>
    /// <param name="provider">What runs it.</param>
    /// <param name="axes">Of the generator that was walked in before, where the axes should stay the same; null for its own.</param>
    /// <exception cref="BadModelException">It cannot be used; says why.</exception>
    public static GeneratorSource Open(string path, ProviderChoice provider, IReadOnlyList<Direction>? axes)
    {
        if (Directory.Exists(path))
        {
            return Open(CheckpointGenerators.ReadNewest(path), provider, axes);
        }

        if (Path.GetExtension(path).Equals(CheckpointGenerators.Ending, StringComparison.OrdinalIgnoreCase))
        {
            return Open(CheckpointGenerator.Read(CheckpointLocator.Resolve(path)), provider, axes);
        }

        GeneratorSession session = GeneratorSession.Open(path, SettingsOf(provider));
        return new GeneratorSource(Aligned(session.Info, axes), new SessionEngine(session));
    }

    /// <summary>
    /// The generator of a checkpoint, as <c>lw export</c> would write it where there is no file before whose axes it follows: it
    /// passes the same check against the pictures that the trainer stored.
    /// </summary>
    /// <inheritdoc cref="Open(string, ProviderChoice, IReadOnlyList{Direction}?)"/>
    /// <param name="generator">Read from a checkpoint.</param>
    /// <param name="gains">Where they are known: <see cref="Gains"/>.</param>
    public static GeneratorSource Open(
        CheckpointGenerator generator, ProviderChoice provider, IReadOnlyList<Direction>? axes = null, IReadOnlyList<float>? gains = null)
    {
        byte[] model = GeneratorExport.Build(generator).ToArray();
        string path = generator.Source.Path;
        GeneratorSession session = GeneratorSession.Open(model, path, SettingsOf(provider));
        string? run = CommittedCheckpoints.RunOf(path);
        GeneratorInfo info = run is null ? session.Info : session.Info with { Name = Path.GetFileName(run) };
        return new GeneratorSource(Aligned(info, axes), new SessionEngine(session), model) { TrainingRun = run, Gains = gains ?? [] };
    }

    /// <summary>The bytes of the generator file, for those who open it in another way.</summary>
    /// <exception cref="BadModelException">The file is gone or has changed.</exception>
    public byte[] ReadModel()
    {
        byte[] bytes = model ?? OnnxGuard.Read(info.Path).Bytes;
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == info.Sha256
            ? bytes
            : throw new BadModelException($"{info.Path} is no longer the file that was opened; open it again.");
    }

    /// <summary>What the walk needs to know; it begins at the first face of the run's sample sheets.</summary>
    /// <param name="seed">Where to begin instead.</param>
    public WalkModel ToModel(ulong? seed) =>
        new(ZDim, Info.Directions, Info.Truncation, seed ?? (Info.SheetSeeds.Count > 0 ? Info.SheetSeeds[0] : 0), Classes)
        {
            Gains = Gains,
            ClassNames = Info.Metadata?.ClassNames ?? [],
        };

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

    private static GeneratorInfo Aligned(GeneratorInfo info, IReadOnlyList<Direction>? axes) =>
        axes is null ? info : info with { Directions = DirectionAlignment.Align(info.Directions, axes) };
}
