using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Tests.Graphics;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>Runs alone: the count of the whole process must not be other tests'.</summary>
[Collection("alone")]
public sealed class AllocationTests
{
    private const int Frames = 600;
    private const int Attempts = 5;

    [GlFact]
    public void Six_hundred_frames_of_flight_allocate_nothing_on_the_frame_loop_or_the_worker() => Measure(Frames);

    [GlFact]
    public void Flight_with_the_compass_and_the_figures_on_screen_allocates_nothing_either() => Measure(Frames / 4, Key.C, Key.F3);

    private static void Measure(int frames, params Key[] before)
    {
        SessionSettings settings = new() { OutFolder = ".", WalkSeed = 3, Provider = Inference.ProviderChoice.Cpu };
        using IHeadlessContext context = HeadlessContext.Open();
        using OffscreenTarget target = new(context.Gl, 480, 360);
        using SceneRenderer scene = new(context.Gl);
        using WalkSession session = new(settings, new OpenResolver(new ModelFolders([])), TimeProvider.System);
        session.Open(TestGenerator.Shared);
        session.Settle();
        foreach (Key key in before)
        {
            session.KeyDown(key);
            session.KeyUp(key);
        }

        session.KeyDown(Key.W);
        Fly(session, scene, target, 200);    // warm: code compiled, buffers grown
        Collect();

        // Code that was compiled in a hurry boxes numbers; on a busy machine it takes a while until it is compiled again.
        string said = "";
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Thread.Sleep(100 * attempt);
            said = CountedFlight(session, scene, target, frames);
            if (said.Length == 0)
            {
                return;
            }
        }

        Assert.Fail(said);
    }

    // What was allocated, or nothing.
    private static string CountedFlight(WalkSession session, SceneRenderer scene, OffscreenTarget target, int frames)
    {
        long loopBefore = GC.GetAllocatedBytesForCurrentThread();
        long workerBefore = session.Desk.WorkerAllocatedBytes;
        long allBefore = GC.GetTotalAllocatedBytes(precise: true);
        long pictures = session.Face.Version;
        Fly(session, scene, target, frames);
        long all = GC.GetTotalAllocatedBytes(precise: true) - allBefore;
        long worker = session.Desk.WorkerAllocatedBytes - workerBefore;
        long loop = GC.GetAllocatedBytesForCurrentThread() - loopBefore;
        Assert.True(session.Face.Version - pictures >= frames - 1, $"only {session.Face.Version - pictures} pictures in {frames} frames");

        // Threads that are not ours (the test runner's, tiered compilation) allocate a little now and then.
        return loop == 0 && worker == 0 && all < 64 * 1024
            ? ""
            : $"in {frames} frames the frame loop allocated {loop} bytes, the worker {worker}, the process {all}";
    }

    private static void Fly(WalkSession session, SceneRenderer scene, OffscreenTarget target, int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            session.Tick(1.0 / 60);
            session.Settle();
            target.Bind();
            scene.Draw(session, target.Width, target.Height);
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
