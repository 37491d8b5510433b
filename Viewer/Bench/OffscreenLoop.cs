using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Bench;

/// <summary>The window's loop where there is no display: the same frames at sixty a second, into memory.</summary>
internal sealed class OffscreenLoop(WalkSession session, TimeProvider clock)
{
    private const double FramesPerSecond = 60;

    /// <param name="width">Of a frame.</param>
    /// <param name="height">Of a frame.</param>
    /// <param name="step">Called as each frame begins, with the seconds since the last; false ends the loop.</param>
    /// <param name="stop">Ends it, too.</param>
    /// <returns>OpenGL's name for what draws.</returns>
    public string Run(int width, int height, Func<double, bool> step, CancellationToken stop)
    {
        using IHeadlessContext context = HeadlessContext.Open();
        using OffscreenTarget target = new(context.Gl, width, height);
        using LastingScene scene = new(context.Gl);
        session.Layout = session.Layout with { Width = width, Height = height };
        FramePacer pacer = new(clock, FramesPerSecond);
        long last = clock.GetTimestamp();
        (long Face, float Share, Walking.WalkState State) drawn = default;
        while (!stop.IsCancellationRequested)
        {
            long now = clock.GetTimestamp();
            double seconds = clock.GetElapsedTime(last, now).TotalSeconds;
            last = now;
            if (!step(seconds))
            {
                break;
            }

            session.Tick(seconds);
            var next = (session.Face.Version, session.Desk.Fade.Share, session.State);
            bool draws = next != drawn;
            drawn = next;
            if (draws)
            {
                target.Bind();
                scene.Draw(session, width, height);
                context.Gl.Finish();    // as a buffer swap would
                session.Desk.Statistics.FrameShown(session.Desk);
            }
            else
            {
                session.Desk.Statistics.FrameSkipped();
            }

            pacer.Wait(!draws && !session.Desk.IsWaiting);
        }

        return context.Gl.GetStringS(StringName.Renderer);
    }
}
