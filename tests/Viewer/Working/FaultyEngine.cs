using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Pixels;
using LatentWalk.Inference;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Tests.Working;

/// <summary>
/// A provider that goes wrong when it is told to: there is no graphics card to break on a test machine. Its picture is
/// its latent, written out.
/// </summary>
internal sealed class FaultyEngine : IGeneratorEngine
{
    public const int ZDim = 16;
    public const int Side = 2;
    public const double Patience = 0.2;

    private readonly ManualResetEventSlim released = new();
    private volatile int fault;
    private int opened;
    private int disposed;

    public string Provider { get; init; } = "DirectML";

    public int BatchSize => 8;

    public bool CanFallBack { get; init; } = true;

    public double PatienceSeconds => Patience;

    /// <summary>What the next runs do.</summary>
    public Fault Fault
    {
        get => (Fault)fault;
        set
        {
            if (value == Fault.Hangs)
            {
                released.Reset();
            }

            fault = (int)value;
        }
    }

    /// <summary>What the runs on the CPU do, once it has come to that.</summary>
    public Fault CpuFault { get; set; }

    public FaultyEngine? Cpu { get; private set; }

    public int Runs { get; private set; }

    public bool IsDisposed => Volatile.Read(ref disposed) != 0;

    /// <summary>A description of it as of a file.</summary>
    public static GeneratorInfo Info(string path = "/faulty.onnx", int zdim = ZDim, int classes = 0) => new()
    {
        Name = Path.GetFileNameWithoutExtension(path),
        Path = path,
        Sha256 = new string('a', 64),
        ZDim = zdim,
        Classes = classes,
        Ports = new GeneratorPorts("z", 2, classes > 0 ? "c" : null, "image", ChannelOrder.Planar, ValueRange.SignedUnit),
        Width = Side,
        Height = Side,
        Channels = 3,
        Directions = DirectionBasis.Random(1, zdim, 3),
        Convention = "z -> picture",
    };

    public void Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Runs++;
        switch (Fault)
        {
            case Fault.Throws:
                throw new InvalidOperationException("the device was removed.");
            case Fault.Nan:
                // The session says so of its float output; of what comes after it nobody could tell.
                throw new DeviceException($"{Provider} made a picture with NaN or infinity in it, expected numbers in [-1, 1].");
            case Fault.Hangs:
                released.Wait();
                break;
            case Fault.Slow:
                Thread.Sleep(TimeSpan.FromSeconds(Patience / 3));
                break;
            default:
                break;
        }

        for (int i = 0; i < rgba.Length; i++)
        {
            rgba[i] = (byte)Math.Clamp(128 + 50 * z[i % z.Length], 0, 255);
        }
    }

    public IGeneratorEngine OpenOnCpu()
    {
        Assert.Equal(1, Interlocked.Increment(ref opened));
        return Cpu = new FaultyEngine { Provider = "CPU", CanFallBack = false, Fault = CpuFault };
    }

    /// <summary>What hung comes back after all.</summary>
    public void Release()
    {
        Fault = Fault.None;
        released.Set();
    }

    public void Dispose() => Assert.Equal(1, Interlocked.Increment(ref disposed));
}
