using System.Globalization;
using LatentWalk.Viewer.App;

namespace LatentWalk.Viewer.Bench;

/// <summary>
/// The script of a measurement: wait for the first picture, fly, settle, idle. It is called once a frame by whatever
/// draws, window or not, and reads the session's own statistics.
/// </summary>
internal sealed class ViewerBench(WalkSession session, BenchSettings settings, TextWriter log)
{
    private const double WarmingSeconds = 3;
    private const double SettlingSeconds = 30;

    /// <summary>Without a new frame: the flight has come to rest, and what fades has faded.</summary>
    private const double StillSeconds = 1.5;

    /// <summary>From the moment in which the text begins to fade.</summary>
    private const double HudGoneSeconds = 2;
    private const double PatienceSeconds = 60;

    /// <summary>Samples of each quantity for the whole flight, on a display of 250 frames a second.</summary>
    public const int SamplesPerSecond = 250;

    private readonly FlightDirector director = new(session);
    private readonly FrameStatistics statistics = session.Desk.Statistics;
    private double inPhase;
    private double sinceLine;
    private long firstFrame;
    private long firstFace;
    private double cpuBefore;
    private double still;
    private long lastFrame;

    public BenchPhase Phase { get; private set; }

    public double FirstPictureSeconds { get; private set; }

    public FrameFigures Flight { get; private set; }

    public long Frames { get; private set; }

    public long Faces { get; private set; }

    public double FlightSeconds { get; private set; }

    public double AllocatedBytesPerFrame { get; private set; }

    public double IdleCpuPercent { get; private set; }

    public long ResidentStart { get; private set; }

    public long ResidentEnd { get; private set; }

    /// <summary>A frame begins.</summary>
    /// <param name="seconds">Since the last one.</param>
    /// <returns>False when all is measured.</returns>
    public bool Step(double seconds)
    {
        inPhase += seconds;
        switch (Phase)
        {
            case BenchPhase.Opening when statistics.Faces > 0:
                FirstPictureSeconds = ProcessFacts.SecondsSinceStart;
                Next();
                break;
            case BenchPhase.Opening when inPhase > PatienceSeconds:
                throw new Core.Errors.DeviceException($"no picture came for {PatienceSeconds} s: {session.State.Problem ?? "the generator does not answer"}");
            case BenchPhase.Warming:
                director.Step(seconds);
                if (inPhase >= Math.Min(WarmingSeconds, settings.FlightSeconds))
                {
                    BeginFlight();
                }

                break;
            case BenchPhase.Flying:
                director.Step(seconds);
                WriteLine(seconds);
                if (inPhase >= settings.FlightSeconds)
                {
                    EndFlight();
                }

                break;
            case BenchPhase.Settling when !IsStill(seconds) && inPhase < Math.Min(SettlingSeconds, 2 * settings.FlightSeconds):
                break;
            case BenchPhase.Settling:
                cpuBefore = ProcessFacts.CpuSeconds;
                Next();
                break;
            case BenchPhase.Idling when inPhase >= settings.IdleSeconds:
                IdleCpuPercent = 100 * (ProcessFacts.CpuSeconds - cpuBefore) / inPhase;
                Next();
                break;
            default:
                break;
        }

        return Phase != BenchPhase.Over;
    }

    private bool IsStill(double seconds)
    {
        still = statistics.Frames == lastFrame ? still + seconds : 0;
        lastFrame = statistics.Frames;
        return still >= StillSeconds && session.State.IdleSeconds >= session.Preferences.Settings.HudFadeSeconds + HudGoneSeconds;
    }

    private void BeginFlight()
    {
        Next();
        GC.Collect();
        ResidentStart = ProcessFacts.ResidentBytes;
        firstFrame = statistics.Frames;
        firstFace = statistics.Faces;
        statistics.Clear();
        if (settings.LogSeconds > 0)
        {
            log.WriteLine("seconds,residentBytes,managedBytes,frames,frameP95Ms,latencyP95Ms,allocatedBytesPerFrame");
        }
    }

    private void EndFlight()
    {
        director.Rest();
        if (settings.LogSeconds <= 0)
        {
            TakeFigures();
        }

        FlightSeconds = inPhase;
        Frames = statistics.Frames - firstFrame;
        Faces = statistics.Faces - firstFace;
        ResidentEnd = ProcessFacts.ResidentBytes;
        Next();
    }

    // A long flight has more frames than are kept: its figures are those of its last stretch, and the log has the others.
    private void TakeFigures()
    {
        Flight = statistics.Read();
        AllocatedBytesPerFrame = statistics.Allocations.Mean;
    }

    private void WriteLine(double seconds)
    {
        sinceLine += seconds;
        if (settings.LogSeconds <= 0 || sinceLine < settings.LogSeconds)
        {
            return;
        }

        sinceLine = 0;
        TakeFigures();
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{inPhase:F0},{ProcessFacts.ResidentBytes},{GC.GetTotalMemory(false)},{statistics.Frames - firstFrame},{Flight.Intervals.P95 * 1000:F2},{Flight.Latencies.P95 * 1000:F2},{AllocatedBytesPerFrame:F1}"));
        log.Flush();
        statistics.Clear();    // what writing took is not the viewer's
    }

    private void Next()
    {
        Phase++;
        inPhase = 0;
    }
}
