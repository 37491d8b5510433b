using System.Collections.Concurrent;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>
/// One generator, opened for as many pictures a second as the machine makes: on the CPU a session of one thread for each core, which
/// need not wait for one another as the threads of one run do. Any thread; whoever opened it disposes it.
/// </summary>
public sealed class GeneratorPool : IDisposable
{
    // The weights are in memory once for each.
    private const int MostSessions = 8;
    private const long MostWeightBytes = 1L << 30;

    // While a device of its own makes pictures, the processor's cores have them to write.
    private const int WorkersBesideDevice = 4;

    // Pictures of one run: enough to be as fast as larger ones, small enough that all sessions end at about the same time.
    private const int LargestGroup = 32;
    private const int LargestGroupValues = 4 << 20;

    private readonly List<GeneratorSession> _sessions;
    private readonly BlockingCollection<GeneratorSession> _free;

    private GeneratorPool(List<GeneratorSession> sessions, int workers)
    {
        _sessions = sessions;
        _free = new BlockingCollection<GeneratorSession>(new ConcurrentStack<GeneratorSession>(sessions));
        Workers = workers;
    }

    public GeneratorInfo Info => _sessions[0].Info;

    /// <summary>DirectML, CUDA, CoreML or CPU.</summary>
    public string Provider => _sessions[0].Provider;

    /// <summary>Threads that it pays to call <see cref="Run"/> from.</summary>
    public int Workers { get; }

    /// <summary>
    /// Pictures to ask for at once. The same for the same generator anywhere, for a picture may depend on its company in the last bit.
    /// </summary>
    public int GroupSize => Math.Min(_sessions[0].BatchSize, Math.Clamp(LargestGroupValues / (Info.Width * Info.Height * Info.Channels), 1, LargestGroup));

    /// <param name="path">As for <see cref="GeneratorSession.Open(string, InferenceSettings?)"/>.</param>
    /// <param name="pictures">How many will be asked for: a few are not worth several sessions.</param>
    /// <exception cref="Core.Errors.BadModelException">Damaged, hostile, or not a generator.</exception>
    public static GeneratorPool Open(string path, long pictures)
    {
        var (bytes, _) = OnnxGuard.Read(path);
        int cores = PhysicalCores.Count;
        int most = (int)Math.Min(Math.Min(cores, MostSessions), Math.Min(Math.Max(1, MostWeightBytes / bytes.Length), Math.Max(1, pictures / LargestGroup)));
        var settings = new InferenceSettings { Threads = Math.Max(1, cores / most), BusyWait = false };
        var sessions = new List<GeneratorSession> { GeneratorSession.Open(bytes, path, settings) };
        try
        {
            if (!sessions[0].Attempts[^1].Accepted || sessions[0].Provider != ExecutionProvider.Cpu.Name)
            {
                return new GeneratorPool(sessions, Math.Clamp(cores, 1, WorkersBesideDevice));
            }

            while (sessions.Count < most)
            {
                sessions.Add(GeneratorSession.Open(bytes, path, settings with { Provider = ProviderChoice.Cpu }));
            }

            return new GeneratorPool(sessions, most);
        }
        catch
        {
            sessions.ForEach(session => session.Dispose());
            throw;
        }
    }

    /// <summary>A pool of one session, for one thread.</summary>
    /// <param name="session">The pool's to dispose from now on.</param>
    public static GeneratorPool Of(GeneratorSession session) => new([session], workers: 1);

    /// <inheritdoc cref="GeneratorSession.Run(ReadOnlySpan{float}, ReadOnlySpan{float}, int, Span{byte})"/>
    public void Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba)
    {
        var session = _free.Take();
        try
        {
            session.Run(z, c, count, rgba);
        }
        finally
        {
            _free.Add(session);
        }
    }

    public void Dispose()
    {
        _free.Dispose();
        _sessions.ForEach(session => session.Dispose());
    }
}
