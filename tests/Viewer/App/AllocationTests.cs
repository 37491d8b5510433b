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

    [GlFact]
    public void Six_hundred_frames_of_flight_allocate_nothing_on_the_frame_loop_or_the_worker()
    {
        SessionSettings settings = new() { OutFolder = ".", WalkSeed = 3, Provider = Inference.ProviderChoice.Cpu };
        using IHeadlessContext context = HeadlessContext.Open();
        using OffscreenTarget target = new(context.Gl, 480, 360);
        using SceneRenderer scene = new(context.Gl);
        using WalkSession session = new(settings, new OpenResolver(new ModelFolders([])), TimeProvider.System);
        session.Open(TestGenerator.Shared);
        session.Settle();
        session.KeyDown(Key.W);
        Fly(session, scene, target, 200);    // warm: code compiled, buffers grown
        Collect();

        long loopBefore = GC.GetAllocatedBytesForCurrentThread();
        long workerBefore = session.Desk.WorkerAllocatedBytes;
        long allBefore = GC.GetTotalAllocatedBytes(precise: true);
        long pictures = session.Face.Version;
        Fly(session, scene, target, Frames);
        long all = GC.GetTotalAllocatedBytes(precise: true) - allBefore;
        long worker = session.Desk.WorkerAllocatedBytes - workerBefore;
        long loop = GC.GetAllocatedBytesForCurrentThread() - loopBefore;

        Assert.True(session.Face.Version - pictures >= Frames - 1, $"only {session.Face.Version - pictures} pictures in {Frames} frames");
        Assert.True(loop == 0, $"the frame loop allocated {loop} bytes in {Frames} frames");
        Assert.True(worker == 0, $"the worker allocated {worker} bytes in {Frames} frames");

        // Threads that are not ours (the test runner's, tiered compilation) allocate a little now and then.
        Assert.True(all < 64 * 1024, $"the process allocated {all} bytes in {Frames} frames");
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
